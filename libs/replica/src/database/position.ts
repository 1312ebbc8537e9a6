/** Log positions fit a double exactly up to 2^53; PostgreSQL hands `bigint` over as text. */
export const position = {
  to: (value: number | null | undefined): number | null | undefined => value,
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
};
