import type { LogView } from '@nmirf/contracts/network/log';
import { useApi } from '@nmirf/ui/app/api-context';
import { GrowthChart } from '@nmirf/ui/chart/growth-chart';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { Card, Columns, Hint, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { useStateOf } from '@nmirf/ui/members/member-name';
import { Loaded } from '@nmirf/ui/page/states';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CheckpointsCard } from './checkpoints-card.js';
import { growthQuery, logQuery } from './log-queries.js';
import { useBell } from './use-bell.js';
import styles from './log.module.css';

const steps = ['genesis', 'leaf', 'chain', 'checkpoint'] as const;

/** The auditor's command for this very server; the same in every language. */
const command = (origin: string): string => `npx nmirf-verify ${origin}`;

/** How to verify all of it without trusting this server. */
const VerifyYourself = () => {
  const { t } = useTranslation();
  const { origin } = useRouteContext({ from: '__root__' });
  return (
    <Card title={t('log.verifyTitle')}>
      <p>{t('log.verifyText')}</p>
      <pre className={styles.command} tabIndex={0} role="region" aria-label={t('log.command')}>
        {command(origin)}
      </pre>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`log.step.${step}`)}</li>
        ))}
      </ol>
    </Card>
  );
};

/** Who else has verified the newest checkpoint and signed it, and whether that is enough. */
const Witnesses = ({ log }: { readonly log: LogView }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const formats = useFormats();
  const stateOf = useStateOf();
  return (
    <Card title={t('log.witnesses')}>
      {log.witnesses.length === 0 ? (
        <p>{t('log.noWitnesses')}</p>
      ) : (
        <ul className={styles.witnesses}>
          {log.witnesses.map(({ id, at }) => (
            <li key={id}>
              <Link to="/$lang/members/$id" params={{ lang, id }}>
                {stateOf(id)}
              </Link>
              <time dateTime={at}>{formats.dateTime(at)}</time>
            </li>
          ))}
        </ul>
      )}
      <Hint>{t('log.witnessedSize', { count: log.witnessedSize })}</Hint>
      <Hint>{t('log.regionsNeeded', { count: log.regionsNeeded })}</Hint>
    </Card>
  );
};

const Checkpoint = ({ note }: { readonly note: string }) => {
  const { t } = useTranslation();
  return (
    <details className={styles.checkpoint}>
      <summary>{t('log.checkpoint')}</summary>
      <pre tabIndex={0} role="region" aria-label={t('log.checkpoint')}>
        {note}
      </pre>
      <a href="/nmirf/log1/checkpoint" download="checkpoint.txt">
        {t('log.download')}
      </a>
    </details>
  );
};

const State = ({ log }: { readonly log: LogView }) => {
  const { t } = useTranslation();
  const api = useApi();
  const formats = useFormats();
  const growth = useQuery(growthQuery(api));
  return (
    <Card title={log.name}>
      <p className={styles.size}>{t('log.messages', { count: log.size })}</p>
      {growth.data === undefined ? null : <GrowthChart title={t('log.growth')} points={growth.data.points} />}
      <div className={styles.facts}>
        <Facts
          facts={[
            { term: t('log.root'), value: <Code>{log.root}</Code> },
            { term: t('log.checkpointAt'), value: log.checkpointAt === undefined ? undefined : formats.dateTime(log.checkpointAt) },
            { term: t('log.networkId'), value: <Code>{log.networkId}</Code> },
            { term: t('log.origin'), value: <Code>{log.origin}</Code> },
            { term: t('log.key'), value: <Code>{log.logKey}</Code> },
          ]}
        />
      </div>
      {log.checkpoint === undefined ? null : <Checkpoint note={log.checkpoint} />}
    </Card>
  );
};

/** The state of the log, how it grew, who witnesses it, and how to verify all of it. */
export const LogPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const language = useLanguage();
  const log = useQuery(logQuery(api, language));
  useBell(log.data?.size);
  return (
    <Page>
      <PageHeader title={t('log.title')} lead={t('log.lead')} />
      <Loaded query={log}>
        {(view) => (
          <Columns
            aside={
              <Stack>
                <VerifyYourself />
                <Witnesses log={view} />
              </Stack>
            }
          >
            <Stack>
              <State log={view} />
              <CheckpointsCard />
            </Stack>
          </Columns>
        )}
      </Loaded>
    </Page>
  );
};
