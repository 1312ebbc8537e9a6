import type { StatisticsPublished } from '@nmirf/contracts/statistics/statistics';
import { policyDigest, ROUNDING, SMALLEST_CELL } from '../policy/policy.js';
import { patternRecognisers } from '../recognisers/all.js';
import { normalise } from '../text/normalise.js';

/** Why a published table is refused: a code and the place, never what stands there. */
export interface TableRefusal {
  readonly code: 'gate/policy-unknown' | 'gate/table-malformed' | 'gate/small-number' | 'gate/table-gap' | 'gate/leak';
  readonly path: string;
}

/** What the hub checks of a table, without the counts behind it: the policy, the form, small and unrounded figures, gaps that can be computed. */
export const checkTable = ({ policy, table }: StatisticsPublished): readonly TableRefusal[] => {
  const refusals: TableRefusal[] = [];
  if (policyDigest(policy.version) !== policy.digest) refusals.push({ code: 'gate/policy-unknown', path: 'policy' });
  if (!isWellFormed(table)) return [...refusals, { code: 'gate/table-malformed', path: 'table' }];
  return [...refusals, ...figures(table), ...gaps(table), ...labels(table.rows)];
};

type Table = StatisticsPublished['table'];

const isWellFormed = ({ rows, columns, cells, rowTotals, columnTotals }: Table): boolean =>
  [cells, rowTotals].every(({ length }) => length === rows.length) &&
  [columnTotals, ...cells].every(({ length }) => length === columns.length) &&
  [rows, columns].every((line) => new Set<string>(line).size === line.length);

const isPublishable = (value: number | null): boolean =>
  value === null || value === 0 || (value >= SMALLEST_CELL && value % ROUNDING === 0);

const figures = ({ cells, rowTotals, columnTotals, total }: Table): TableRefusal[] => {
  const wrong = (path: string, values: readonly (number | null)[]): TableRefusal[] =>
    values.flatMap((value, i) => (isPublishable(value) ? [] : [{ code: 'gate/small-number', path: `${path}.${String(i)}` } as const]));
  return [
    ...cells.flatMap((row, i) => wrong(`table.cells.${String(i)}`, row)),
    ...wrong('table.rowTotals', rowTotals),
    ...wrong('table.columnTotals', columnTotals),
    ...(isPublishable(total) ? [] : [{ code: 'gate/small-number', path: 'table.total' } as const]),
  ];
};

/** One gap in a line is what its total leaves, within what rounding leaves open. */
const gaps = ({ cells, columns }: Table): TableRefusal[] => {
  const isLone = (values: readonly (number | null | undefined)[]): boolean => values.filter((value) => value === null).length === 1;
  return [
    ...cells.flatMap((row, i) => (isLone(row) ? [{ code: 'gate/table-gap', path: `table.cells.${String(i)}` } as const] : [])),
    ...columns.flatMap((_, j) =>
      isLone(cells.map((row) => row[j])) ? [{ code: 'gate/table-gap', path: `table.columns.${String(j)}` } as const] : [],
    ),
  ];
};

const labels = (rows: readonly string[]): TableRefusal[] =>
  rows.flatMap((row, i) => {
    const text = normalise(row, 'en');
    const found = patternRecognisers.some((recogniser) => recogniser.find(text, { strict: true }).some(({ tier }) => tier === 'auto'));
    return found ? [{ code: 'gate/leak', path: `table.rows.${String(i)}` } as const] : [];
  });
