import { FLOOR, ROUNDING, SMALLEST_CELL } from '../policy/policy.js';
import { audit, type AuditedCell } from './audit.js';
import { columnOf, type CountTable, type Mark, PRIMARY, type PublishedTable, SECONDARY, SHOWN, sum } from './count-table.js';

/** What became of a table: it, with how it was protected, or why there is none. */
export interface Protected {
  readonly table?: PublishedTable;
  /** Cells hidden for themselves, and cells hidden to cover for those. */
  readonly primary: number;
  readonly secondary: number;
  /** Rows and columns left out because all that is in them is in one category. */
  readonly left: readonly string[];
  readonly audit: readonly AuditedCell[];
  readonly dropped?: 'gate/table-empty' | 'gate/table-not-safe' | 'gate/table-malformed';
}

/** Beyond it a count is no count. */
const LARGEST = 1e12;

/**
 * A table of counts as it may be published: small cells hidden (ONS, CMS), others hidden to cover for them (sdcTable), every hidden cell
 * attacked, the rest rounded to base 5 and the totals rounded anew. When an attack succeeds whatever else is hidden, nothing is published.
 * `threshold` is the smallest count that is published, 10 unless two people allowed less; never under 5.
 */
export const protect = (given: CountTable, threshold: number = SMALLEST_CELL): Protected => {
  const least = Math.max(FLOOR, threshold);
  if (!isWellFormed(given)) return nothing('gate/table-malformed', []);
  const { table, left } = withoutTellingLines(given, least);
  if (table.rows.length === 0 || table.columns.length === 0) return nothing('gate/table-empty', left);
  const marks = primaryMarks(table, least);
  const limit = table.rows.length * table.columns.length;
  for (let round = 0; round <= limit; round++) {
    cover(table, marks);
    const audited = audit(table, marks, least);
    const broken = audited.find(({ safe }) => !safe);
    if (!broken && marks.some((row) => row.includes(SHOWN))) return published(table, marks, audited, left);
    if (!broken) break;
    if (!coverMore(table, marks, broken)) break;
  }
  return nothing('gate/table-not-safe', left);
};

const nothing = (dropped: NonNullable<Protected['dropped']>, left: readonly string[]): Protected => ({
  primary: 0,
  secondary: 0,
  left,
  audit: [],
  dropped,
});

const isWellFormed = ({ rows, columns, cells }: CountTable): boolean =>
  cells.length === rows.length &&
  cells.every((row) => row.length === columns.length && row.every((value) => Number.isInteger(value) && value >= 0 && value <= LARGEST));

/**
 * A row or column with one category that is not empty tells of everybody in it where they are, and a total that is small says so by being
 * hidden: such lines are left out, until there is none. Totals are those of what remains.
 */
const withoutTellingLines = (given: CountTable, threshold: number): { readonly table: CountTable; readonly left: string[] } => {
  const left: string[] = [];
  let table = given;
  const tells = (values: readonly number[]): boolean => {
    const total = sum(values);
    const lone = values.length > 1 && values.filter((value) => value > 0).length === 1;
    return lone || (total < threshold && (total > 0 || given.special === true));
  };
  for (;;) {
    const row = table.cells.findIndex(tells);
    const column = row >= 0 ? -1 : table.columns.findIndex((_, j) => tells(columnOf(table.cells, j)));
    if (row < 0 && column < 0) return { table, left };
    left.push((row >= 0 ? table.rows[row] : table.columns[column]) ?? '');
    table = row >= 0 ? withoutRow(table, row) : withoutColumn(table, column);
  }
};
const withoutRow = (table: CountTable, row: number): CountTable => ({
  ...table,
  rows: table.rows.filter((_, i) => i !== row),
  cells: table.cells.filter((_, i) => i !== row),
});
const withoutColumn = (table: CountTable, column: number): CountTable => ({
  ...table,
  columns: table.columns.filter((_, j) => j !== column),
  cells: table.cells.map((row) => row.filter((_, j) => j !== column)),
});

const primaryMarks = ({ cells, special }: CountTable, threshold: number): Mark[][] =>
  cells.map((row) => row.map((value) => (value < threshold && (value > 0 || special === true) ? PRIMARY : SHOWN)));

/** Hides the cheapest cells until no row or column has exactly one hidden cell. */
const cover = (table: CountTable, marks: Mark[][]): void => {
  for (let changed = true; changed;) {
    changed = false;
    marks.forEach((row, i) => {
      if (row.filter((mark) => mark !== SHOWN).length === 1)
        changed =
          hideCheapest(
            table,
            marks,
            row.map((_, j) => [i, j] as const),
          ) || changed;
    });
    table.columns.forEach((_, j) => {
      if (marks.filter((row) => row[j] !== SHOWN).length === 1)
        changed =
          hideCheapest(
            table,
            marks,
            marks.map((__, i) => [i, j] as const),
          ) || changed;
    });
  }
};

type Place = readonly [row: number, column: number];

/** Hides the smallest shown cell of a line that is not empty; where the other line already has a hidden cell, it costs nothing more. */
const hideCheapest = ({ cells }: CountTable, marks: Mark[][], places: readonly Place[]): boolean => {
  const shown = places.filter(([i, j]) => marks[i]?.[j] === SHOWN && (cells[i]?.[j] ?? 0) > 0);
  const hiddenIn = (values: readonly (Mark | undefined)[]) => values.filter((mark) => mark !== SHOWN).length;
  const cost = ([i, j]: Place) => {
    const crossing = Math.min(hiddenIn(marks[i] ?? []), hiddenIn(marks.map((row) => row[j])));
    return (cells[i]?.[j] ?? 0) * (crossing > 0 ? 1 : 4);
  };
  const [cheapest] = [...shown].sort((a, b) => cost(a) - cost(b) || a[0] - b[0] || a[1] - b[1]);
  const row = cheapest && marks[cheapest[0]];
  if (!cheapest || !row) return false;
  row[cheapest[1]] = SECONDARY;
  return true;
};

const coverMore = (table: CountTable, marks: Mark[][], { row, column }: AuditedCell): boolean =>
  hideCheapest(table, marks, [...table.columns.map((_, j) => [row, j] as const), ...table.rows.map((_, i) => [i, column] as const)]) ||
  hideCheapest(
    table,
    marks,
    table.rows.flatMap((_, i) => table.columns.map((__, j) => [i, j] as const)),
  );

const rounded = (value: number): number => Math.round(value / ROUNDING) * ROUNDING;

const published = (
  table: CountTable,
  marks: readonly (readonly Mark[])[],
  audited: readonly AuditedCell[],
  left: readonly string[],
): Protected => {
  const { rows, columns, cells } = table;
  const count = (mark: Mark) => sum(marks.map((row) => row.filter((each) => each === mark).length));
  return {
    table: {
      rows,
      columns,
      cells: cells.map((row, i) => row.map((value, j) => (marks[i]?.[j] === SHOWN ? rounded(value) : null))),
      rowTotals: cells.map((row) => rounded(sum(row))),
      columnTotals: columns.map((_, j) => rounded(sum(columnOf(cells, j)))),
      total: rounded(sum(cells.map(sum))),
    },
    primary: count(PRIMARY),
    secondary: count(SECONDARY),
    left,
    audit: audited,
  };
};
