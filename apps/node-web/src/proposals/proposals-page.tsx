import { decideProposal } from '@nmirf/api-client/proposals';
import type { ProposalView } from '@nmirf/contracts/network/proposals';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { Button } from '@nmirf/ui/form/button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code, type Fact, Facts } from '@nmirf/ui/page/facts';
import { Page, PageHeader, Row } from '@nmirf/ui/page/page';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag, type Tone } from '@nmirf/ui/page/status-tag';
import { useMay } from '@nmirf/ui/session/me';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../queue/kinds.js';
import { useSubject } from './proposal-words.js';
import { ProposalsExport } from './proposals-export.js';
import { PROPOSALS, proposalsQuery } from './proposals-query.js';
import { ProposeCommittee } from './propose-committee.js';
import { ProposeHub } from './propose-hub.js';
import { ProposeStatus } from './propose-status.js';

type Word = 'approve' | 'reject';

const tones: Readonly<Record<ProposalView['state'], Tone>> = { open: 'waiting', accepted: 'good', rejected: 'bad', void: 'neutral' };

/** Why, in the proposer's words; a takedown has a code for its reason. */
const Reason = ({ type, reason }: { readonly type: string; readonly reason: string }) => {
  const { t } = useTranslation();
  return <span dir="auto">{type === 'network.takedown.v1' ? t(`withdrawalReason.${reason}`) : reason}</span>;
};

/** The content a proposal is about, to be looked at before a word is said. */
const Subject = ({ subject }: { readonly subject: string }) => {
  const lang = useLanguage();
  const id = subject.slice(subject.indexOf(':') + 1);
  return (
    <Link to="/$lang/library/$id" params={{ lang, id }}>
      <Code>{id}</Code>
    </Link>
  );
};

interface DecideProperties {
  readonly proposal: ProposalView;
  readonly word: Word;
  readonly onClose: () => void;
}

/** Which server would keep the log: the committee compares its fingerprint by voice before it says a word. */
const hubFacts = (hub: ProposalView['hub'], t: TFunction): readonly Fact[] =>
  hub === undefined
    ? []
    : [
        { term: t('proposals.hubAddress'), value: <Code>{hub.url}</Code> },
        { term: t('proposals.hubFingerprint'), value: <Code>{hub.fingerprint}</Code> },
      ];

/** Who would decide, and how many of them to what. */
const committeeFacts = (committee: ProposalView['committee'], t: TFunction, formats: ReturnType<typeof useFormats>): readonly Fact[] => {
  if (committee === undefined) return [];
  const { members, thresholds } = committee;
  const numbers = Object.fromEntries(Object.entries(thresholds).map(([kind, needed]) => [kind, formats.number(needed)]));
  return [
    { term: t('proposals.committee'), value: <Code>{members.join(', ')}</Code> },
    { term: t('proposals.thresholds'), value: t('proposals.thresholdsAre', numbers) },
  ];
};

const Decide = ({ proposal, word, onClose }: DecideProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const formats = useFormats();
  const subjectOf = useSubject();
  const asked = [...hubFacts(proposal.hub, t), ...committeeFacts(proposal.committee, t, formats)];
  const decision = useMutation({
    mutationFn: () => decideProposal(api, proposal.hash, { decision: word }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: [PROPOSALS] });
    },
  });
  return (
    <Dialog
      title={t(`proposals.${word}Title`, { subject: subjectOf(proposal) })}
      action={t(`proposals.${word}Action`)}
      danger={word === 'reject'}
      busy={decision.isPending}
      error={decision.error}
      onAction={() => {
        decision.mutate();
      }}
      onClose={onClose}
    >
      <p>{t('proposals.means')}</p>
      {asked.length === 0 ? null : <Facts facts={asked} />}
      {proposal.fingerprint === undefined ? null : (
        <p>
          {t('proposals.fingerprint')} <Code>{proposal.fingerprint}</Code>
        </p>
      )}
    </Dialog>
  );
};

const Proposal = ({ proposal }: { readonly proposal: ProposalView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayDecide = useMay('proposal:decide');
  const subjectOf = useSubject();
  const [word, setWord] = useState<Word>();
  const kind = kindOf(proposal.type);
  const approvals = proposal.votes.filter(({ decision }) => decision === 'approve').length;
  return (
    <RecordRow
      title={subjectOf(proposal)}
      status={<StatusTag tone={tones[proposal.state]} label={t(`proposals.state.${proposal.state}`)} />}
      meta={
        <>
          {kind === undefined ? <Code>{proposal.type}</Code> : <span>{t(kind)}</span>}
          <span>{t('proposals.position', { position: formats.number(proposal.position) })}</span>
          <span>{t('proposals.approvals', { given: formats.number(approvals), needed: formats.number(proposal.needed) })}</span>
        </>
      }
      actions={
        proposal.open && mayDecide ? (
          <Row>
            <Button
              kind="main"
              size="sm"
              opensDialog
              onClick={() => {
                setWord('approve');
              }}
            >
              {t('proposals.approve')}
            </Button>
            <Button
              kind="danger"
              size="sm"
              opensDialog
              onClick={() => {
                setWord('reject');
              }}
            >
              {t('proposals.reject')}
            </Button>
          </Row>
        ) : undefined
      }
    >
      <Facts
        facts={[
          {
            term: t('proposals.proposeStatus'),
            value: proposal.status === undefined ? undefined : t(`proposals.to.${proposal.status}`),
          },
          ...hubFacts(proposal.hub, t),
          ...committeeFacts(proposal.committee, t, formats),
          { term: t('proposals.fingerprint'), value: proposal.fingerprint === undefined ? undefined : <Code>{proposal.fingerprint}</Code> },
          { term: t('proposals.own'), value: proposal.own === undefined ? undefined : t(`proposals.word.${proposal.own}`) },
          {
            term: t('proposals.reason'),
            value: proposal.reason === undefined ? undefined : <Reason type={proposal.type} reason={proposal.reason} />,
          },
          { term: t('proposals.subject'), value: proposal.subject === undefined ? undefined : <Subject subject={proposal.subject} /> },
        ]}
      />
      {word === undefined ? null : (
        <Decide
          proposal={proposal}
          word={word}
          onClose={() => {
            setWord(undefined);
          }}
        />
      )}
    </RecordRow>
  );
};

/** What the executive committee decides on, and this mechanism's word in it. */
export const ProposalsPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const proposals = useQuery(proposalsQuery(api, lang));
  const mayPropose = useMay('proposal:make');
  return (
    <Page>
      <PageHeader
        title={t('navigation.proposals')}
        lead={t('proposals.lead')}
        actions={
          <Row>
            {mayPropose ? (
              <>
                <ProposeStatus />
                <ProposeCommittee />
                <ProposeHub />
              </>
            ) : null}
            <ProposalsExport />
          </Row>
        }
      />
      <Loaded query={proposals}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('proposals.none')}>
              <p>{t('proposals.noneHint')}</p>
            </EmptyState>
          ) : (
            <RecordList>
              {items.map((proposal) => (
                <Proposal key={proposal.hash} proposal={proposal} />
              ))}
            </RecordList>
          )
        }
      </Loaded>
    </Page>
  );
};
