import { describe, expect, it } from '@jest/globals';
import type { StatisticsPublished } from '@nmirf/contracts/statistics/statistics';
import fc from 'fast-check';
import { POLICY } from '../policy/policy.js';
import { checkTable } from './check-table.js';
import { protect } from './disclosure-control.js';

const published = (table: Partial<StatisticsPublished['table']>): StatisticsPublished => ({
  ...{ kind: 'themes', version: 1, day: '2026-11-29', policy: POLICY, suppressed: { small: 0, cover: 0, lines: 0 } },
  table: {
    ...{ rows: ['Water', 'Health'], columns: ['supported', 'noted'], rowTotals: [60, 70], columnTotals: [70, 60], total: 130 },
    cells: [
      [40, 20],
      [30, 40],
    ],
    ...table,
  },
});
const codes = (table: Partial<StatisticsPublished['table']>) => checkTable(published(table)).map(({ code, path }) => `${code} ${path}`);

describe('the hub’s check of a table', () => {
  it('takes what disclosure control lets go, whatever the counts', () => {
    const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 400 }));
    const counts = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(counts, (cells) => {
        const { table } = protect({
          rows: cells.map((_, i) => `Theme ${'ABCDEF'.charAt(i)}`),
          columns: ['supported', 'noted', 'pending'],
          cells,
        });
        return !table || checkTable(published(JSON.parse(JSON.stringify(table)) as StatisticsPublished['table'])).length === 0;
      }),
    );
  });

  it('refuses what is small, what is not rounded, and a gap that can be computed', () => {
    expect(codes({})).toEqual([]);
    expect(
      codes({
        cells: [
          [40, 20],
          [30, 5],
        ],
      }),
    ).toEqual(['gate/small-number table.cells.1.1']);
    expect(codes({ total: 131 })).toEqual(['gate/small-number table.total']);
    expect(
      codes({
        cells: [
          [40, null],
          [30, 40],
        ],
      }),
    ).toEqual(['gate/table-gap table.cells.0', 'gate/table-gap table.columns.1']);
    expect(
      codes({
        cells: [
          [null, null],
          [null, null],
        ],
      }),
    ).toEqual([]);
  });

  it('refuses another form, another policy, and labels that say who', () => {
    expect(codes({ rows: ['Water'] })).toEqual(['gate/table-malformed table']);
    expect(codes({ rows: ['Water', 'Water'] })).toEqual(['gate/table-malformed table']);
    expect(codes({ rows: ['Water', 'Write to box@example.org'] })).toEqual(['gate/leak table.rows.1']);
    const other = { ...published({}), policy: { ...POLICY, version: '9.0' } };
    expect(checkTable(other)).toEqual([{ code: 'gate/policy-unknown', path: 'policy' }]);
  });
});
