import { issueInvitation, withdrawInvitation } from '@nmirf/api-client/secretariat';
import type { Invitation, InvitationState, InvitationView } from '@nmirf/contracts/network/enrolment';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { saveFile } from '@nmirf/ui/export/save-file';
import { Button, ButtonLink } from '@nmirf/ui/form/button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { Code } from '@nmirf/ui/page/facts';
import { Hint, Page, PageHeader, Row, Stack } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag, type Tone } from '@nmirf/ui/page/status-tag';
import { useMay, useMe } from '@nmirf/ui/session/me';
import { useQuery } from '@tanstack/react-query';
import { useBlocker, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationsQuery } from '../desk/desk-queries.js';
import { useDecision } from '../desk/use-decision.js';
import { InvitationsExport } from './invitations-export.js';

const tones: Readonly<Record<InvitationState, Tone>> = {
  prepared: 'waiting',
  issued: 'working',
  used: 'good',
  expired: 'neutral',
  spent: 'bad',
  withdrawn: 'neutral',
};

const download = (issued: Invitation): void => {
  saveFile(`${issued.node.replace(':', '-')}.invitation.json`, [JSON.stringify(issued, undefined, 2)], 'application/json');
};

interface DialogProperties {
  readonly invitation: InvitationView;
  readonly onClose: () => void;
}

const Issue = ({
  invitation: { id, mechanism },
  onClose,
  onIssued,
}: DialogProperties & { readonly onIssued: (issued: Invitation) => void }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const issue = useDecision(
    (api) => issueInvitation(api, id),
    (issued) => {
      onIssued(issued);
      onClose();
    },
  );
  return (
    <Dialog
      title={t('invitations.issueTitle', { state: formats.country(mechanism.country) })}
      action={t('invitations.issueAction')}
      busy={issue.isPending}
      error={issue.error}
      onAction={() => {
        issue.mutate(undefined);
      }}
      onClose={onClose}
    >
      <p>{t('invitations.issueMeans')}</p>
    </Dialog>
  );
};

const Withdraw = ({ invitation: { id, mechanism }, onClose }: DialogProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const withdrawal = useDecision((api) => withdrawInvitation(api, id), onClose);
  return (
    <Dialog
      title={t('invitations.withdrawTitle', { state: formats.country(mechanism.country) })}
      action={t('invitations.withdrawAction')}
      danger
      busy={withdrawal.isPending}
      error={withdrawal.error}
      onAction={() => {
        withdrawal.mutate(undefined);
      }}
      onClose={onClose}
    >
      <p>{t('invitations.withdrawMeans')}</p>
    </Dialog>
  );
};

interface RowProperties {
  readonly invitation: InvitationView;
  readonly onIssued: (issued: Invitation) => void;
}

const Actions = ({ invitation, onIssued }: RowProperties) => {
  const { t } = useTranslation();
  const me = useMe();
  const [asked, setAsked] = useState<'issue' | 'withdraw'>();
  const close = (): void => {
    setAsked(undefined);
  };
  const { state, preparedBy } = invitation;
  const isOwn = preparedBy.id === me?.id;
  return (
    <Row>
      {state !== 'prepared' ? null : isOwn ? (
        <Hint>{t('invitations.otherOfficer')}</Hint>
      ) : (
        <Button
          kind="main"
          size="sm"
          opensDialog
          onClick={() => {
            setAsked('issue');
          }}
        >
          {t('invitations.issue')}
        </Button>
      )}
      <Button
        kind="danger"
        size="sm"
        opensDialog
        onClick={() => {
          setAsked('withdraw');
        }}
      >
        {t('invitations.withdraw')}
      </Button>
      {asked === 'issue' ? <Issue invitation={invitation} onClose={close} onIssued={onIssued} /> : null}
      {asked === 'withdraw' ? <Withdraw invitation={invitation} onClose={close} /> : null}
    </Row>
  );
};

const InvitationRow = ({ invitation, onIssued }: RowProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayWrite = useMay('invitation:write');
  const { mechanism, node, state, preparedBy, preparedAt, expiresAt, tries } = invitation;
  return (
    <RecordRow
      title={formats.country(mechanism.country)}
      status={<StatusTag tone={tones[state]} label={t(`invitationState.${state}`)} />}
      meta={
        <>
          <Code>{node}</Code>
          <span>{t('invitations.preparedBy', { name: preparedBy.name, time: formats.dateTime(preparedAt) })}</span>
          {expiresAt === undefined ? null : <span>{t('invitations.expiresAt', { time: formats.dateTime(expiresAt) })}</span>}
          {tries === 0 ? null : <span>{t('invitations.tries', { count: tries })}</span>}
        </>
      }
      actions={
        mayWrite && (state === 'prepared' || state === 'issued') ? <Actions invitation={invitation} onIssued={onIssued} /> : undefined
      }
    />
  );
};

/** Files that exist on this page alone, each until the page is left; leaving it before all are saved is asked about. */
const IssuedFiles = ({ issued }: { readonly issued: readonly Invitation[] }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [saved, setSaved] = useState<readonly string[]>([]);
  const newest = useRef<HTMLDivElement>(null);
  const isUnsaved = issued.some(({ id }) => !saved.includes(id));
  useEffect(() => {
    newest.current?.querySelector('button')?.focus();
  }, [issued.length]);
  useBlocker({
    disabled: !isUnsaved,
    enableBeforeUnload: isUnsaved,
    shouldBlockFn: () => !confirm(t('invitations.unsaved')),
  });
  return issued.map((file, index) => (
    <div key={file.id} ref={index === issued.length - 1 ? newest : undefined}>
      <Notice tone="good" title={t('invitations.issuedFor', { state: formats.country(file.mechanism.country) })}>
        <p>{t('invitations.issuedHint')}</p>
        <Button
          kind="main"
          onClick={() => {
            download(file);
            setSaved((ids) => [...ids, file.id]);
          }}
        >
          {t('invitations.download')}
        </Button>
      </Notice>
    </div>
  ));
};

/** Invitations in every state. One officer prepares, another issues: nobody brings in a member alone. */
export const InvitationsPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const { after } = useSearch({ from: '/$lang/desk/invitations' });
  const [issued, setIssued] = useState<readonly Invitation[]>([]);
  const keep = (file: Invitation): void => {
    setIssued((files) => [...files, file]);
  };
  const mayWrite = useMay('invitation:write');
  const invitations = useQuery(invitationsQuery(api, lang, { after }));
  return (
    <Page>
      <PageHeader
        title={t('invitations.title')}
        lead={t('invitations.lead')}
        actions={
          <>
            <InvitationsExport />
            {mayWrite ? (
              <ButtonLink to="/$lang/desk/invitations/new" kind="main">
                {t('invitations.new')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Stack>
        <IssuedFiles issued={issued} />
        <Loaded query={invitations}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={t('invitations.none')}>
                <p>{t('invitations.noneHint')}</p>
              </EmptyState>
            ) : (
              <>
                <RecordList>
                  {items.map((invitation) => (
                    <InvitationRow key={invitation.id} invitation={invitation} onIssued={keep} />
                  ))}
                </RecordList>
                <PageLinks after={after} next={next} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
};
