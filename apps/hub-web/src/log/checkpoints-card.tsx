import { listCheckpoints } from '@nmirf/api-client/library';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { DataTable } from '@nmirf/ui/page/data-table';
import { Code } from '@nmirf/ui/page/facts';
import { Card, Hint } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { checkpointsQuery } from './log-queries.js';
import styles from './log.module.css';

const CheckpointsExport = () => {
  const { t } = useTranslation();
  const api = useApi();
  return (
    <ExportButton
      name="checkpoints"
      page={(after) => listCheckpoints(api, { after, limit: 100 })}
      columns={[
        { title: t('log.size'), value: ({ size }) => size },
        { title: t('log.root'), value: ({ root }) => root },
        { title: t('log.signedAt'), value: ({ signedAt }) => signedAt },
        { title: t('log.state'), value: ({ witnessed }) => (witnessed ? t('log.witnessed') : t('log.notYetWitnessed')) },
      ]}
    />
  );
};

const Witnessed = ({ holds }: { readonly holds: boolean }) => {
  const { t } = useTranslation();
  return <StatusTag tone={holds ? 'good' : 'waiting'} label={holds ? t('log.witnessed') : t('log.notYetWitnessed')} />;
};

/** What the hub has signed, newest first. */
export const CheckpointsCard = () => {
  const { t } = useTranslation();
  const api = useApi();
  const formats = useFormats();
  const { after } = useSearch({ from: '/$lang/public/log' });
  const checkpoints = useQuery(checkpointsQuery(api, after));
  return (
    <Card title={t('log.checkpoints')} actions={<CheckpointsExport />}>
      <Hint>{t('log.checkpointsLead')}</Hint>
      <Loaded query={checkpoints} loading={<LoadingRows height={40} />}>
        {({ items, next }) => (
          <>
            <DataTable
              label={t('log.checkpoints')}
              rows={items}
              keyOf={({ size }) => size}
              columns={[
                { title: t('log.size'), cell: ({ size }) => <span className={styles.count}>{t('log.messages', { count: size })}</span> },
                { title: t('log.signedAt'), cell: ({ signedAt }) => <time dateTime={signedAt}>{formats.dateTime(signedAt)}</time> },
                { title: t('log.root'), cell: ({ root }) => <Code>{root}</Code> },
                { title: t('log.state'), cell: ({ witnessed }) => <Witnessed holds={witnessed} /> },
              ]}
            />
            <PageLinks after={after} next={next} />
          </>
        )}
      </Loaded>
    </Card>
  );
};
