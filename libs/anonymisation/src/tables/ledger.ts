import { SMALLEST_CELL } from '../policy/policy.js';
import type { CountTable } from './count-table.js';

/** A table that was released: what it counts, when, and the counts behind it. Kept at the node, never published. */
export interface Released {
  /** What is counted, by what and for which period: two tables of one subject can be subtracted from one another. */
  readonly subject: string;
  /** ISO date. */
  readonly day: string;
  readonly table: CountTable;
}

/** Whether a table may be released today, and when it may if not. */
export type Release = { readonly now: true } | { readonly now: false; readonly from: string };

/**
 * Keeps two releases from being subtracted: when a cell, a row, a column or the whole has changed by less than the smallest publishable
 * count since the last release of the same subject, the new table waits for a year after it.
 */
export const mayRelease = (ledger: readonly Released[], subject: string, table: CountTable, day: string): Release => {
  const [last] = ledger.filter((released) => released.subject === subject).sort((a, b) => b.day.localeCompare(a.day));
  if (!last) return { now: true };
  const from = aYearAfter(last.day);
  return day >= from || !hasSmallChange(last.table, table) ? { now: true } : { now: false, from };
};

const aYearAfter = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
};

/** Every figure of a table by what it is of, with the totals. */
const figuresOf = ({ rows, columns, cells }: CountTable): Map<string, number> => {
  const figures = new Map<string, number>();
  const add = (key: string, value: number) => figures.set(key, (figures.get(key) ?? 0) + value);
  cells.forEach((row, i) => {
    row.forEach((value, j) => {
      const [r, c] = [rows[i] ?? '', columns[j] ?? ''];
      for (const key of [JSON.stringify([r, c]), JSON.stringify([r]), JSON.stringify([null, c]), '']) add(key, value);
    });
  });
  return figures;
};

const hasSmallChange = (before: CountTable, after: CountTable): boolean => {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].some((key) => {
    const change = Math.abs((now.get(key) ?? 0) - (old.get(key) ?? 0));
    return change > 0 && change < SMALLEST_CELL;
  });
};
