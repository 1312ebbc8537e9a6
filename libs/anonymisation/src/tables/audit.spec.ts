import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { solve } from 'yalps';
import { audit, type AuditedCell } from './audit.js';
import { columnOf, type CountTable, type Mark, PRIMARY, SECONDARY, SHOWN, sum } from './count-table.js';

const THRESHOLD = 10;

/** What a reader knows of a published number: it was rounded to base 5, and no count from 1 to 9 is published. */
const known = (value: number): { readonly min: number; readonly max: number } => {
  if (value < THRESHOLD) return { min: value, max: value };
  const rounded = Math.round(value / 5) * 5;
  return { min: Math.max(THRESHOLD, rounded - 2), max: rounded + 2 };
};

type Marks = readonly (readonly Mark[])[];

/** The attacker's linear programme, as sdcTable states it: every cell is a variable, every published number a bound on a sum of them. */
const extreme = ({ cells }: CountTable, marks: Marks, row: number, column: number, direction: 'minimize' | 'maximize'): number => {
  const constraints = new Map<string, { min: number; max?: number }>();
  cells.forEach((line, i) => constraints.set(`row ${String(i)}`, known(sum(line))));
  (cells[0] ?? []).forEach((_, j) => constraints.set(`column ${String(j)}`, known(sum(columnOf(cells, j)))));
  constraints.set('all', known(sum(cells.map(sum))));
  const variables = new Map<string, Map<string, number>>();
  cells.forEach((line, i) =>
    line.forEach((value, j) => {
      const cell = `${String(i)},${String(j)}`;
      constraints.set(cell, marks[i]?.[j] === SHOWN ? known(value) : { min: 0 });
      const aim = i === row && j === column ? 1 : 0;
      variables.set(
        cell,
        new Map([`row ${String(i)}`, `column ${String(j)}`, 'all', cell].map((key): [string, number] => [key, 1])).set('aim', aim),
      );
    }),
  );
  return solve({ direction, objective: 'aim', constraints, variables }).result;
};

/** The audit looks no further than three thresholds from the truth. */
const asFar = (table: CountTable, marks: Marks, { row, column }: AuditedCell): readonly [number, number] => {
  const truth = table.cells[row]?.[column] ?? 0;
  const low = extreme(table, marks, row, column, 'minimize');
  const high = extreme(table, marks, row, column, 'maximize');
  return [Math.max(low, truth - 3 * THRESHOLD), Math.min(high, truth + 3 * THRESHOLD)];
};

const marked = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) => {
  const grid = <T>(of: fc.Arbitrary<T>) =>
    fc.array(fc.array(of, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
  const value = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 300 }));
  return fc.tuple(grid(value), grid(fc.constantFrom<Mark>(SHOWN, SHOWN, PRIMARY, SECONDARY)));
});

describe('the audit', () => {
  it('finds the extremes that linear programming finds, for every hidden cell of any table', () => {
    fc.assert(
      fc.property(marked, ([cells, marks]) => {
        const table = { rows: cells.map((_, i) => `r${String(i)}`), columns: (cells[0] ?? []).map((_, j) => `c${String(j)}`), cells };
        for (const cell of audit(table, marks, THRESHOLD)) {
          const [low, high] = asFar(table, marks, cell);
          expect([cell.low, cell.high]).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)]);
        }
      }),
      { numRuns: 80 },
    );
  });
});
