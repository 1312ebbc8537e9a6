import { readLog } from '@nmirf/api-client/library';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { Card, Columns, Page, PageHeader } from '@nmirf/ui/page/page';
import { Loaded } from '@nmirf/ui/page/states';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from './log.module.css';

const steps = ['genesis', 'leaf', 'chain', 'checkpoint'] as const;

/** The auditor's command for this very server; the same in every language. */
const command = (): string => `npx nmirf-verify ${location.origin}`;

/** The state of the log, and how to verify all of it without trusting this server. */
export const LogPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const language = useLanguage();
  const formats = useFormats();
  const log = useQuery({ queryKey: ['log', language], queryFn: ({ signal }) => readLog(api, signal), refetchInterval: 15_000 });
  const verifyYourself = (
    <Card title={t('log.verifyTitle')}>
      <p>{t('log.verifyText')}</p>
      <pre className={styles.command} tabIndex={0} role="region" aria-label={t('log.command')}>
        {command()}
      </pre>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`log.step.${step}`)}</li>
        ))}
      </ol>
    </Card>
  );
  return (
    <Page>
      <PageHeader title={t('log.title')} lead={t('log.lead')} />
      <Loaded query={log}>
        {(view) => (
          <Columns aside={verifyYourself}>
            <Card title={view.name}>
              <p className={styles.size}>{t('log.messages', { count: view.size })}</p>
              <Facts
                facts={[
                  { term: t('log.root'), value: <Code>{view.root}</Code> },
                  { term: t('log.checkpointAt'), value: view.checkpointAt === undefined ? undefined : formats.dateTime(view.checkpointAt) },
                  { term: t('log.networkId'), value: <Code>{view.networkId}</Code> },
                  { term: t('log.origin'), value: <Code>{view.origin}</Code> },
                  { term: t('log.key'), value: <Code>{view.logKey}</Code> },
                ]}
              />
              {view.checkpoint === undefined ? null : (
                <details className={styles.checkpoint}>
                  <summary>{t('log.checkpoint')}</summary>
                  <pre tabIndex={0} role="region" aria-label={t('log.checkpoint')}>
                    {view.checkpoint}
                  </pre>
                </details>
              )}
            </Card>
          </Columns>
        )}
      </Loaded>
    </Page>
  );
};
