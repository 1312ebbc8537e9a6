import { approveEnrolment, refuseEnrolment } from '@nmirf/api-client/secretariat';
import { enrolmentRefusal, type EnrolmentView } from '@nmirf/contracts/network/enrolment';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { Button } from '@nmirf/ui/form/button';
import { LongTextField } from '@nmirf/ui/form/fields';
import { Content } from '@nmirf/ui/language/content-text';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { useMechanismName, useStateOf } from '@nmirf/ui/members/member-name';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { Card, Columns, Hint, Page, PageHeader, Row } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useMay, useMe } from '@nmirf/ui/session/me';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enrolmentQuery } from '../desk/desk-queries.js';
import { useDecision } from '../desk/use-decision.js';
import styles from './enrolments.module.css';
import { enrolmentTones } from './enrolment-tones.js';

interface DialogProperties {
  readonly enrolment: EnrolmentView;
  readonly onClose: () => void;
}

const Approve = ({ enrolment: { id, fingerprint, mechanism }, onClose }: DialogProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const approval = useDecision((api) => approveEnrolment(api, id), onClose);
  return (
    <Dialog
      title={t('enrolments.approveTitle', { state: formats.country(mechanism.country) })}
      action={t('enrolments.approveAction')}
      busy={approval.isPending}
      error={approval.error}
      onAction={() => {
        approval.mutate(undefined);
      }}
      onClose={onClose}
    >
      <p>{t('enrolments.approveMeans')}</p>
      <p className={styles.fingerprint}>
        <Code>{fingerprint}</Code>
      </p>
    </Dialog>
  );
};

const Refuse = ({ enrolment: { id, mechanism }, onClose }: DialogProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const refusal = useDecision((api, given: string) => refuseEnrolment(api, id, given), onClose);
  return (
    <Dialog
      title={t('enrolments.refuseTitle', { state: formats.country(mechanism.country) })}
      action={t('enrolments.refuseAction')}
      danger
      busy={refusal.isPending}
      error={refusal.error}
      onAction={() => {
        const read = enrolmentRefusal.shape.reason.safeParse(reason);
        setMissing(!read.success);
        if (read.success) refusal.mutate(read.data);
        else document.getElementById('refusal-reason')?.focus();
      }}
      onClose={onClose}
    >
      <p>{t('enrolments.refuseMeans')}</p>
      <LongTextField
        id="refusal-reason"
        label={t('enrolments.reason')}
        hint={t('enrolments.reasonHint')}
        error={isMissing ? t('enrolments.reasonNeeded') : undefined}
        value={reason}
        onChange={setReason}
        required
      />
    </Dialog>
  );
};

/** Who has approved, and what the committee says. */
const Decisions = ({ enrolment: { approvals, refusal, votes, needed, proposal } }: { readonly enrolment: EnrolmentView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const stateOf = useStateOf();
  return (
    <Card title={t('enrolments.decisions')}>
      <ol className={styles.decisions}>
        {approvals.map(({ by, at }) => (
          <li key={by.id}>{t('enrolments.approvedBy', { name: by.name, time: formats.dateTime(at) })}</li>
        ))}
        {refusal === undefined ? null : (
          <li>
            {t('enrolments.refusedAt', { time: formats.dateTime(refusal.at) })}
            <br />
            <span dir="auto">{refusal.reason}</span>
          </li>
        )}
        {(votes ?? []).map(({ by, decision }) => (
          <li key={by}>
            {stateOf(by)} {t(`enrolments.vote.${decision}`)}
          </li>
        ))}
      </ol>
      {needed === undefined ? null : <Hint>{t('enrolments.needed', { count: needed })}</Hint>}
      {proposal === undefined ? <Hint>{t('enrolments.twoOfficers')}</Hint> : null}
    </Card>
  );
};

const Actions = ({ enrolment }: { readonly enrolment: EnrolmentView }) => {
  const { t } = useTranslation();
  const me = useMe();
  const mayDecide = useMay('enrolment:approve');
  const [asked, setAsked] = useState<'approve' | 'refuse'>();
  const close = (): void => {
    setAsked(undefined);
  };
  if (!mayDecide || enrolment.state !== 'waiting') return null;
  const hasApproved = enrolment.approvals.some(({ by }) => by.id === me?.id);
  return (
    <Row>
      {hasApproved ? (
        <Hint>{t('enrolments.youApproved')}</Hint>
      ) : (
        <Button
          kind="main"
          opensDialog
          onClick={() => {
            setAsked('approve');
          }}
        >
          {t('enrolments.approve')}
        </Button>
      )}
      <Button
        kind="danger"
        opensDialog
        onClick={() => {
          setAsked('refuse');
        }}
      >
        {t('enrolments.refuse')}
      </Button>
      {asked === 'approve' ? <Approve enrolment={enrolment} onClose={close} /> : null}
      {asked === 'refuse' ? <Refuse enrolment={enrolment} onClose={close} /> : null}
    </Row>
  );
};

/** One application: who it says it is, the fingerprint to compare by voice, and the two officers' decision. */
export const EnrolmentPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const nameOf = useMechanismName();
  const { id } = useParams({ from: '/$lang/desk/enrolments/$id' });
  const enrolment = useQuery(enrolmentQuery(api, lang, id));
  return (
    <Page>
      <Loaded isPage query={enrolment} loading={<LoadingRows rows={2} height={200} />}>
        {(found) => (
          <>
            <PageHeader
              title={t('enrolments.of', { state: formats.country(found.mechanism.country) })}
              above={
                <Link to="/$lang/desk/enrolments" params={{ lang }}>
                  {t('enrolments.back')}
                </Link>
              }
            />
            <Columns aside={<Decisions enrolment={found} />}>
              <Card
                title={t('enrolments.fingerprint')}
                actions={<StatusTag tone={enrolmentTones[found.state]} label={t(`enrolmentState.${found.state}`)} />}
              >
                <p className={styles.fingerprint}>
                  <Code>{found.fingerprint}</Code>
                </p>
                <Hint>{t('enrolments.fingerprintHint')}</Hint>
              </Card>
              <Card title={t('enrolments.mechanism')}>
                <Content text={nameOf(found.mechanism)} />
                <div className={styles.facts}>
                  <Facts
                    facts={[
                      { term: t('invitations.node'), value: <Code>{found.node}</Code> },
                      { term: t('invitations.region'), value: t(`region.${found.mechanism.region}`) },
                      { term: t('invitations.kind'), value: t(`mechanismKind.${found.mechanism.kind}`) },
                      {
                        term: t('invitations.languages'),
                        value: formats.languageList(found.mechanism.languages),
                      },
                      { term: t('enrolments.receivedAt'), value: formats.dateTime(found.receivedAt) },
                      { term: t('enrolments.epoch'), value: found.epoch > 1 ? formats.number(found.epoch) : undefined },
                    ]}
                  />
                </div>
              </Card>
              <Actions enrolment={found} />
            </Columns>
          </>
        )}
      </Loaded>
    </Page>
  );
};
