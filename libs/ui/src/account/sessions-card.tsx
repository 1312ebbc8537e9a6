import { endOtherSessions, endSession, listSessions } from '@nmirf/api-client/accounts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { Button } from '../form/button.js';
import { useFormats } from '../language/use-language.js';
import { Card, Hint, Stack } from '../page/page.js';
import { RecordList, RecordRow } from '../page/record-list.js';
import { Loaded, LoadingRows, ProblemNotice } from '../page/states.js';
import { StatusTag } from '../page/status-tag.js';

export const sessionsKey = 'sessions';

/** Where the person is signed in, and how to end it. */
export const SessionsCard = () => {
  const { t } = useTranslation();
  const api = useApi();
  const formats = useFormats();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: [sessionsKey], queryFn: ({ signal }) => listSessions(api, signal) });
  const ending = useMutation({
    mutationFn: (id: string | undefined) => (id === undefined ? endOtherSessions(api) : endSession(api, id)),
    onSettled: () => queries.invalidateQueries({ queryKey: [sessionsKey] }),
  });
  const others = (sessions.data ?? []).filter(({ current }) => !current);
  const everywhere =
    others.length < 2 ? undefined : (
      <Button size="sm" kind="danger" busy={ending.isPending} onClick={() => ending.mutate(undefined)}>
        {t('account.endOthers')}
      </Button>
    );
  return (
    <Card title={t('account.sessions')} actions={everywhere}>
      <Stack>
        <Hint>{t('account.sessionsHint')}</Hint>
        {ending.isError ? <ProblemNotice error={ending.error} /> : null}
        <Loaded query={sessions} loading={<LoadingRows rows={2} height={64} />}>
          {(items) => (
            <RecordList>
              {items.map(({ id, current, createdAt, lastSeenAt }) => (
                <RecordRow
                  key={id}
                  title={t('account.since', { time: formats.dateTime(createdAt) })}
                  status={current ? <StatusTag tone="good" label={t('account.thisSession')} /> : undefined}
                  meta={<span>{t('account.lastSeen', { time: formats.dateTime(lastSeenAt) })}</span>}
                  actions={
                    current ? undefined : (
                      <Button
                        size="sm"
                        kind="danger"
                        label={`${t('account.endSession')}: ${formats.dateTime(createdAt)}`}
                        busy={ending.isPending && ending.variables === id}
                        onClick={() => ending.mutate(id)}
                      >
                        {t('account.endSession')}
                      </Button>
                    )
                  }
                />
              ))}
            </RecordList>
          )}
        </Loaded>
      </Stack>
    </Card>
  );
};
