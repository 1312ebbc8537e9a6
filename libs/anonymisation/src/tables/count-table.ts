/** Counts of persons or of things that stand for persons, in rows and columns. Every row has as many cells as there are columns. */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
  /** Special categories of data: that nobody is in a cell is not published either. */
  readonly special?: boolean;
}

/** A published value, or `null` where it is suppressed; a reader cannot tell why. */
type Published = number | null;

/** A table as it may be published. Totals are rounded on their own and need not be the sums of the rounded cells. */
export interface PublishedTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Published[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

/** What a cell is: shown, hidden for itself, or hidden so that another cannot be computed. */
export const SHOWN = 0;
export const PRIMARY = 1;
export const SECONDARY = 2;
export type Mark = typeof SHOWN | typeof PRIMARY | typeof SECONDARY;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const columnOf = (cells: readonly (readonly number[])[], j: number): number[] => cells.map((row) => row[j] ?? 0);
