import { Page, PageHeader } from '@nmirf/ui/page/page';
import { StatisticsExport } from '@nmirf/ui/statistics/statistics-export';
import { StatisticsList } from '@nmirf/ui/statistics/statistics-list';
import { useTranslation } from 'react-i18next';

/** Trends in the network, as mechanisms published them of their own counts. */
export const StatisticsPage = () => {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('statistics.title')} lead={t('statistics.lead')} actions={<StatisticsExport />} />
      <StatisticsList />
    </Page>
  );
};
