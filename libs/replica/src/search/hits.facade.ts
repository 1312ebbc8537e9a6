import type { Condition } from './search.facade.js';

/** Keeps what a statement is given, and says where each stands in it: `$1`, `$2` … */
export class Values {
  readonly given: unknown[] = [];

  readonly place = (value: unknown): string => `$${this.given.push(value)}`;
}

export type Order = 'newest' | 'oldest';

/** In what order hits come, and behind which place in the log; from the first on when there is none. */
export interface From {
  readonly order: Order;
  readonly after?: number;
}

/** SQL from `from` on: the rows that meet all conditions, in order of their place in the log. `limit` may follow. */
export type Hits = (conditions: readonly Condition[], values: Values, from: From) => string;

export const directionOf = (order: Order): 'desc' | 'asc' => (order === 'newest' ? 'desc' : 'asc');

/** All conditions on rows of `alias`, and that they lie behind a place. */
export const whereOf = (conditions: readonly Condition[], { place }: Values, { order, after }: From, alias: string): string =>
  [
    'true',
    ...(after === undefined ? [] : [`${alias}.position ${order === 'newest' ? '<' : '>'} ${place(after)}`]),
    ...conditions.map(({ sql, value }) => sql(place(value))),
  ].join(' and ');

/** The rows of a table, called `alias`, that meet conditions. */
export const hitsOf =
  (table: string, alias: string): Hits =>
  (conditions, values, from) =>
    `from ${table} ${alias} where ${whereOf(conditions, values, from, alias)} order by ${alias}.position ${directionOf(from.order)}`;
