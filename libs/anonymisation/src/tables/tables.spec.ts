import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { audit } from './audit.js';
import { type CountTable, type Mark, PRIMARY, SECONDARY, SHOWN } from './count-table.js';
import { protect } from './disclosure-control.js';
import { isDominated } from './dominance.js';
import { mayRelease } from './ledger.js';

const tableOf = (cells: number[][], more: Partial<CountTable> = {}): CountTable => ({
  rows: cells.map((_, i) => `r${String(i)}`),
  columns: (cells[0] ?? []).map((_, j) => `c${String(j)}`),
  cells,
  ...more,
});
const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 400 }));
const tables = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
      .map((cells) => tableOf(cells)),
  );

describe('a protected table', () => {
  it('publishes what is large, rounded, and hides what is small with a cover', () => {
    const { table, primary, secondary, dropped } = protect(
      tableOf([
        [112, 43, 61],
        [38, 4, 77],
        [51, 29, 90],
      ]),
    );
    expect(dropped).toBeUndefined();
    expect(primary).toBe(1);
    expect(secondary).toBeGreaterThanOrEqual(3);
    expect(table?.cells[1]?.[1]).toBeNull();
    expect(table?.cells[0]?.[2]).toBe(60);
    expect(table?.total).toBe(505);
  });

  it('never shows a small count, a count that is not rounded, or a lonely gap', () => {
    fc.assert(
      fc.property(tables, (given) => {
        const { table } = protect(given);
        if (!table) return true;
        const shown = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total];
        const gaps = (values: readonly (number | null)[]) => values.filter((value) => value === null).length;
        const lonely = (values: readonly (number | null)[], total: number | null | undefined) =>
          gaps(values) === 1 && total !== null && values.length > 1;
        return (
          shown.every((value) => value === null || value === 0 || (value >= 10 && value % 5 === 0)) &&
          !table.cells.some((row, i) => lonely(row, table.rowTotals[i])) &&
          !table.columns.some((_, j) =>
            lonely(
              table.cells.map((row) => row[j] ?? null),
              table.columnTotals[j],
            ),
          )
        );
      }),
      { numRuns: 400 },
    );
  });

  it('passes its own audit, every cell of it', () => {
    fc.assert(
      fc.property(tables, (given) => {
        const { table, audit: audited, primary, secondary } = protect(given);
        return table === undefined || (audited.length === primary + secondary && audited.every(({ safe }) => safe));
      }),
      { numRuns: 400 },
    );
  });

  it('hides an empty cell where special categories are counted', () => {
    const { table } = protect(
      tableOf(
        [
          [0, 120, 44],
          [30, 66, 58],
          [71, 20, 35],
        ],
        { special: true },
      ),
    );
    expect(table?.cells[0]?.[0]).toBeNull();
  });

  it('leaves out a row in which everybody is in one category', () => {
    const { left, table } = protect(
      tableOf([
        [40, 50, 60],
        [0, 80, 0],
        [33, 44, 55],
      ]),
    );
    expect([left, table?.rows]).toEqual([['r1'], ['r0', 'r2']]);
  });

  it('drops what cannot be protected or read', () => {
    expect(protect(tableOf([[4]])).dropped).toBe('gate/table-empty');
    expect(protect(tableOf([[4, 7]])).dropped).toBe('gate/table-empty');
    expect(
      protect(
        tableOf([
          [4, 7],
          [6, 5],
        ]),
      ).dropped,
    ).toBe('gate/table-not-safe');
    expect(protect(tableOf([[-1, 4]])).dropped).toBe('gate/table-malformed');
    expect(protect({ rows: ['a'], columns: ['b'], cells: [] }).dropped).toBe('gate/table-malformed');
    expect(protect(tableOf([])).dropped).toBe('gate/table-empty');
  });

  it('takes no threshold under five', () => {
    const small = tableOf([
      [4, 40, 60],
      [70, 80, 90],
      [33, 44, 55],
    ]);
    expect(protect(small, 1).table?.cells[0]?.[0]).toBeNull();
    expect(
      protect(
        tableOf([
          [6, 40],
          [70, 80],
        ]),
        5,
      ).table?.cells[0]?.[0],
    ).toBe(5);
  });

  it('takes at most five milliseconds of work for a table of 12 by 12', () => {
    const next = (i: number, j: number) => ((i * 37 + j * 91) % 23 === 0 ? 1 + ((i + j) % 9) : 12 + ((i * 131 + j * 17) % 300));
    const table = tableOf(Array.from({ length: 12 }, (_, i) => Array.from({ length: 12 }, (__, j) => next(i, j))));
    for (let i = 0; i < 20; i++) protect(table);
    const times = Array.from({ length: 15 }, () => {
      const before = process.cpuUsage();
      protect(table);
      return process.cpuUsage(before).user / 1_000;
    }).sort((a, b) => a - b);
    expect(times[0]).toBeLessThan(5);
  });
});

describe('the audit', () => {
  /** The extremes of the first cell over every table of two by two that an attacker thinks possible, tried one by one. */
  const bruteForce = ([a, b, c, d]: readonly [number, number, number, number]) => {
    const fits = (guess: number, truth: number): boolean => {
      const rounded = Math.round(truth / 5) * 5;
      return guess >= Math.max(10, rounded - 2) && guess <= rounded + 2;
    };
    const possible = new Set<number>();
    const MOST = 24;
    for (let w = 0; w <= MOST; w++)
      for (let x = 0; x <= MOST; x++)
        for (let y = 0; fits(w + x, a + b) && y <= MOST; y++)
          for (let z = 0; fits(w + y, a + c) && z <= MOST; z++)
            if (fits(y + z, c + d) && fits(x + z, b + d) && fits(w + x + y + z, a + b + c + d)) possible.add(w);
    return { low: Math.min(...possible), high: Math.max(...possible) };
  };

  it('finds the interval that trying everything finds', () => {
    const small = fc.integer({ min: 5, max: 9 });
    const marks: Mark[][] = [
      [PRIMARY, SECONDARY],
      [SECONDARY, SECONDARY],
    ];
    fc.assert(
      fc.property(small, small, small, small, (a, b, c, d) => {
        const table = tableOf([
          [a, b],
          [c, d],
        ]);
        const [first] = audit(table, marks, 10);
        const { low, high } = bruteForce([a, b, c, d]);
        return first?.low === low && first.high === high;
      }),
      { numRuns: 100 },
    );
  });

  it('sees through a gap that its row gives away', () => {
    const [only] = audit(
      tableOf([
        [4, 40],
        [50, 60],
      ]),
      [
        [PRIMARY, SHOWN],
        [SHOWN, SHOWN],
      ],
      10,
    );
    expect(only).toMatchObject({ safe: false });
  });
});

describe('sums and releases', () => {
  it('hides a sum that two givers dominate', () => {
    expect(isDominated([80, 10, 5, 5])).toBe(true);
    expect(isDominated([30, 30, 20, 20])).toBe(false);
    expect(isDominated([])).toBe(false);
  });

  it('waits for a year when two releases could be subtracted', () => {
    const before = tableOf([[40, 50]]);
    const ledger = [{ subject: 'complaints by theme', day: '2026-02-01', table: before }];
    expect(mayRelease(ledger, 'complaints by theme', tableOf([[43, 50]]), '2026-06-01')).toEqual({ now: false, from: '2027-02-01' });
    expect(mayRelease(ledger, 'complaints by theme', tableOf([[43, 50]]), '2027-02-01')).toEqual({ now: true });
    expect(mayRelease(ledger, 'complaints by theme', tableOf([[60, 75]]), '2026-06-01')).toEqual({ now: true });
    expect(mayRelease(ledger, 'sessions by year', tableOf([[43, 50]]), '2026-06-01')).toEqual({ now: true });
    expect(mayRelease(ledger, 'complaints by theme', before, '2026-06-01')).toEqual({ now: true });
  });
});
