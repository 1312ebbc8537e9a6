import { createHash } from 'node:crypto';
import { POLICY } from '@nmirf/anonymisation/policy/policy';
import type { CountTable } from '@nmirf/anonymisation/tables/count-table';
import { protect, type Protected } from '@nmirf/anonymisation/tables/disclosure-control';
import { mayRelease, type Release } from '@nmirf/anonymisation/tables/ledger';
import { position } from '@nmirf/contracts/recommendations/recommendation';
import {
  type StatisticsKind,
  type StatisticsPublished,
  statisticsPublished,
  type StatisticsTable,
} from '@nmirf/contracts/statistics/statistics';

interface Count {
  readonly row: string;
  readonly column: string;
  readonly count: number;
}

/** Counts as a table: rows by name, columns in the order positions are always named. */
export const tableOf = (counts: readonly Count[]): CountTable => {
  const rows = [...new Set(counts.map(({ row }) => row))].sort();
  const columns = position.options.filter((column) => counts.some((count) => count.column === column));
  const of = new Map(counts.map(({ row, column, count }) => [JSON.stringify([row, column]), count]));
  return { rows, columns, cells: rows.map((row) => columns.map((column) => of.get(JSON.stringify([row, column])) ?? 0)) };
};

interface Earlier {
  readonly kind: StatisticsKind;
  readonly version: number;
  readonly day: string;
  readonly counted: CountTable;
  /** When and why it was taken back. */
  readonly withdrawn?: object | null | undefined;
}

/** What would leave of the counts, and whether it may leave on `day`. */
export interface Prepared {
  readonly counted: CountTable;
  readonly result: Protected;
  readonly release: Release;
  /** Absent when nothing can be published safely. */
  readonly data?: StatisticsPublished;
  /** SHA-256 of `JSON.stringify` of the published table, unpadded base64url. */
  readonly digest?: string;
  /** The release that stands says this already. */
  readonly unchanged: boolean;
}

/** Takes counts through disclosure control and compares them with what was released before. Pure: the same input, the same digest. */
export const prepare = (kind: StatisticsKind, counts: readonly Count[], earlier: readonly Earlier[], day: string): Prepared => {
  const counted = tableOf(counts);
  const result = protect(counted);
  const ledger = earlier.map((released) => ({ subject: released.kind, day: released.day, table: released.counted }));
  const release = mayRelease(ledger, kind, counted, day);
  const unchanged = earlier.some((released) => !released.withdrawn && JSON.stringify(released.counted) === JSON.stringify(counted));
  const { table, primary, secondary, left } = result;
  if (!table) return { counted, result, release, unchanged };
  const version = Math.max(0, ...earlier.filter((released) => released.kind === kind).map((released) => released.version)) + 1;
  const suppressed = { small: primary, cover: secondary, lines: left.length };
  const data = statisticsPublished.parse({ kind, version, day, policy: POLICY, table, suppressed });
  return { counted, result, release, data, digest: digestOf(data.table), unchanged };
};

const digestOf = (table: StatisticsTable): string => createHash('sha256').update(JSON.stringify(table)).digest('base64url');
