import { statisticsKind } from '@nmirf/contracts/statistics/statistics';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { StatisticsExport } from '@nmirf/ui/statistics/statistics-export';
import { StatisticsList } from '@nmirf/ui/statistics/statistics-list';
import { useTranslation } from 'react-i18next';
import { OwnStatistics } from './own-statistics.js';

/** This mechanism's own counts at their gate, and what the network published. */
export const StatisticsPage = () => {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('statistics.title')} lead={t('ownStatistics.lead')} actions={<StatisticsExport />} />
      <Stack>
        {statisticsKind.options.map((kind) => (
          <OwnStatistics key={kind} kind={kind} />
        ))}
        <h2>{t('ownStatistics.network')}</h2>
        <StatisticsList />
      </Stack>
    </Page>
  );
};
