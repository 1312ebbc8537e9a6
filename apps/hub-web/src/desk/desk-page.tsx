import { useApi } from '@nmirf/ui/app/api-context';
import { ButtonLink } from '@nmirf/ui/form/button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Card, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useMay, useMe } from '@nmirf/ui/session/me';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RecoveryNotice } from '../health/recovery-notice.js';
import { enrolmentTones } from '../enrolments/enrolment-tones.js';
import { enrolmentsQuery, healthQuery, invitationsQuery } from './desk-queries.js';

const Applications = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const enrolments = useQuery(enrolmentsQuery(api, lang, { limit: 100 }));
  return (
    <Card title={t('desk.applications')}>
      <Loaded query={enrolments} loading={<LoadingRows rows={1} height={72} />}>
        {({ items }) => {
          const waiting = items.filter(({ state }) => state === 'waiting' || state === 'approved' || state === 'proposed');
          if (waiting.length === 0) return <p>{t('desk.noApplications')}</p>;
          return (
            <RecordList>
              {waiting.map(({ id, mechanism, state, receivedAt }) => (
                <RecordRow
                  key={id}
                  title={
                    <Link to="/$lang/desk/enrolments/$id" params={{ lang, id }}>
                      {formats.country(mechanism.country)}
                    </Link>
                  }
                  status={<StatusTag tone={enrolmentTones[state]} label={t(`enrolmentState.${state}`)} />}
                  meta={<time dateTime={receivedAt}>{formats.dateTime(receivedAt)}</time>}
                />
              ))}
            </RecordList>
          );
        }}
      </Loaded>
    </Card>
  );
};

/** Invitations another officer prepared: this one can issue them. */
const ToIssue = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const me = useMe();
  const invitations = useQuery(invitationsQuery(api, lang, { limit: 100 }));
  return (
    <Card title={t('desk.toIssue')}>
      <Loaded query={invitations} loading={<LoadingRows rows={1} height={72} />}>
        {({ items }) => {
          const prepared = items.filter(({ state, preparedBy }) => state === 'prepared' && preparedBy.id !== me?.id);
          if (prepared.length === 0) return <p>{t('desk.nothingToIssue')}</p>;
          return (
            <ul>
              {prepared.map(({ id, mechanism, preparedBy }) => (
                <li key={id}>
                  <Link to="/$lang/desk/invitations" params={{ lang }}>
                    {t('desk.preparedBy', { state: formats.country(mechanism.country), name: preparedBy.name })}
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
};

const Network = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const health = useQuery(healthQuery(api, lang));
  const behind = (count: number): string => (count === 0 ? t('desk.noneBehind') : t('desk.behind', { count }));
  return (
    <Card title={t('desk.networkNow')}>
      <Loaded query={health} loading={<LoadingRows rows={1} height={72} />}>
        {({ size, nodes, checkpointAt, recovery }) => (
          <>
            {recovery === undefined ? null : <RecoveryNotice {...recovery} />}
            <p>{t('desk.messages', { count: size })}</p>
            <p>{behind(nodes.filter(({ lag }) => lag === undefined || lag > 0).length)}</p>
            {checkpointAt === undefined ? null : <p>{t('desk.checkpointAt', { time: formats.dateTime(checkpointAt) })}</p>}
            <Link to="/$lang/desk/health" params={{ lang }}>
              {t('desk.seeHealth')}
            </Link>
          </>
        )}
      </Loaded>
    </Card>
  );
};

/** What waits for the officer who is signed in. */
export const DeskPage = () => {
  const { t } = useTranslation();
  const mayInvite = useMay('invitation:write');
  return (
    <Page>
      <PageHeader
        title={t('desk.title')}
        lead={t('desk.lead')}
        actions={
          mayInvite ? (
            <ButtonLink kind="main" to="/$lang/desk/invitations/new">
              {t('invitations.new')}
            </ButtonLink>
          ) : undefined
        }
      />
      <Stack>
        <Applications />
        <ToIssue />
        <Network />
      </Stack>
    </Page>
  );
};
