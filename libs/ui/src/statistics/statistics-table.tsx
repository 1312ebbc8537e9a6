import type { StatisticsKind, StatisticsTable as Table } from '@nmirf/contracts/statistics/statistics';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { DataTable } from '../page/data-table.js';
import { useRowNames, useRowsInOrder } from './row-names.js';

interface StatisticsTableProperties {
  readonly label: string;
  readonly kind: StatisticsKind;
  readonly table: Table;
  /** What stands in a cell beside its published value. */
  readonly beside?: (row: string, column: Table['columns'][number]) => ReactNode;
}

interface Line {
  readonly name: string;
  readonly cells: readonly (number | null)[];
  readonly total: number;
  readonly isTotal?: boolean;
}

/** Published counts. What is withheld says so in a word: a reader is not told whether it is small or covers for another. */
export const StatisticsTable = ({ label, kind, table, beside }: StatisticsTableProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useRowNames();
  const inOrder = useRowsInOrder();
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined ? t('statistics.withheld') : formats.number(value);
  const lines: readonly Line[] = [
    ...inOrder(kind, table.rows).map((i) => ({ name: table.rows[i] ?? '', cells: table.cells[i] ?? [], total: table.rowTotals[i] ?? 0 })),
    { name: t('statistics.total'), cells: table.columnTotals, total: table.total, isTotal: true },
  ];
  return (
    <DataTable<Line>
      label={label}
      columns={[
        {
          title: t(`statistics.rows.${kind}`),
          cell: ({ name, isTotal }) => (isTotal === true ? <strong>{name}</strong> : <bdi>{nameOf(kind, name)}</bdi>),
        },
        ...table.columns.map((column, j) => ({
          title: t(`statistics.position.${column}`),
          isFigure: true,
          cell: ({ name, cells, isTotal }: Line) => (
            <>
              {isTotal === true ? <strong>{shown(cells[j])}</strong> : shown(cells[j])}
              {isTotal === true ? null : beside?.(name, column)}
            </>
          ),
        })),
        { title: t('statistics.total'), isFigure: true, cell: ({ total }) => <strong>{shown(total)}</strong> },
      ]}
      rows={lines}
      keyOf={(_, index) => index}
      even
    />
  );
};
