import { listQuarantine } from '@nmirf/api-client/queue';
import type { QuarantinedView } from '@nmirf/contracts/network/queue';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code } from '@nmirf/ui/page/facts';
import { Card, Hint, Stack } from '@nmirf/ui/page/page';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { kindOf } from './kinds.js';
import styles from './queue.module.css';

const AsideRow = ({ item: { position, source, type, dataschema, why } }: { readonly item: QuarantinedView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const kind = kindOf(type);
  return (
    <RecordRow
      title={kind === undefined ? <Code>{type}</Code> : t(kind)}
      status={<StatusTag tone="warning" label={t(`aside.why.${why}`)} />}
      meta={
        <>
          <span>{t('aside.from', { node: source })}</span>
          <span>{t('queue.position', { position: formats.number(position) })}</span>
          <Code>{dataschema}</Code>
        </>
      }
    >
      <p className={styles.means}>{t(`aside.remedy.${why}`)}</p>
    </RecordRow>
  );
};

const AsideExport = () => {
  const { t } = useTranslation();
  const api = useApi();
  return (
    <ExportButton<QuarantinedView>
      name="set-aside"
      page={(after) => listQuarantine(api, { after, limit: 100 })}
      columns={[
        { title: t('queue.positionTitle'), value: ({ position }) => position },
        { title: t('aside.fromTitle'), value: ({ source }) => source },
        { title: t('queue.kindTitle'), value: ({ type }) => type },
        { title: t('aside.schemaTitle'), value: ({ dataschema }) => dataschema },
        { title: t('queue.problemTitle'), value: ({ why }) => t(`aside.why.${why}`) },
      ]}
    />
  );
};

/** What came in, stands proven in the log, and cannot be shown: why, and what to do. Not there while there is nothing. */
export const AsideCard = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const aside = useQuery({ queryKey: ['quarantine', lang], queryFn: ({ signal }) => listQuarantine(api, {}, signal) });
  if (aside.data === undefined || aside.data.items.length === 0) return null;
  const { items, next } = aside.data;
  return (
    <Card title={t('aside.title')} actions={<AsideExport />}>
      <Stack>
        <p>{t('aside.lead')}</p>
        <RecordList>
          {items.map((item) => (
            <AsideRow key={item.position} item={item} />
          ))}
        </RecordList>
        {next === undefined ? null : <Hint>{t('aside.more')}</Hint>}
      </Stack>
    </Card>
  );
};
