import type { NetworkStatistics } from '@nmirf/contracts/statistics/statistics';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { ExportButton } from '../export/export-button.js';
import { useLanguage } from '../language/use-language.js';
import { statisticsQuery } from './statistics-query.js';
import { useRowNames, useRowsInOrder } from './row-names.js';
import { useStateName } from './use-state-name.js';

/** One published figure, as a line of a file. */
interface Figure {
  readonly of: NetworkStatistics;
  readonly row: string;
  readonly column: NetworkStatistics['table']['columns'][number];
  readonly value: number | null;
}

/** Every published count as a file, a line for each; nothing while nothing is published. */
export const StatisticsExport = () => {
  const { t } = useTranslation();
  const stateOf = useStateName();
  const nameOf = useRowNames();
  const inOrder = useRowsInOrder();
  const { data } = useQuery(statisticsQuery(useApi(), useLanguage()));
  if (data === undefined || data.items.length === 0) return null;
  const figuresOf = (of: NetworkStatistics): readonly Figure[] =>
    inOrder(of.kind, of.table.rows).flatMap((i) =>
      of.table.columns.map((column, j) => ({ of, row: of.table.rows[i] ?? '', column, value: of.table.cells[i]?.[j] ?? null })),
    );
  return (
    <ExportButton<Figure>
      name="statistics"
      page={() => Promise.resolve({ items: data.items.flatMap(figuresOf) })}
      columns={[
        { title: t('practice.country'), value: ({ of }) => stateOf(of) },
        { title: t('statistics.by'), value: ({ of }) => t(`statistics.kind.${of.kind}`) },
        { title: t('statistics.day'), value: ({ of }) => of.day },
        { title: t('statistics.name'), value: ({ of, row }) => nameOf(of.kind, row) },
        { title: t('statistics.positionOf'), value: ({ column }) => t(`statistics.position.${column}`) },
        { title: t('statistics.count'), value: ({ value }) => value ?? t('statistics.withheld') },
      ]}
    />
  );
};
