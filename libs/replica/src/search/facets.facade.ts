import { type Facets, MOST_COUNTED } from '@nmirf/contracts/http/facets';
import { type Hits, Values } from './hits.facade.js';
import type { Condition } from './search.facade.js';

/** What a row says in a facet, as SQL: one value or null, or an array of values. */
type Said = { readonly one: string } | { readonly many: string };

/** Hits that have values in facets. */
export interface Faceted<Facet extends string> {
  readonly hits: Hits;
  readonly facets: Readonly<Record<Facet, Said>>;
}

/** The newest hits, looked at once. Its facets are all that are counted in them. */
export interface Look<Facet extends string> {
  readonly name: string;
  readonly facets: readonly Facet[];
  readonly conditions: readonly Condition[];
}

/** Facets are counted with every filter but their own: those that are no filter share the look that gives the total. */
export const looksOf = <Facet extends string>(facets: readonly Facet[], conditions: readonly Condition[]): Look<Facet>[] => {
  const isFilter = (facet: Facet): boolean => conditions.some(({ name }) => name === facet);
  const own = facets.filter(isFilter).map((facet) => ({
    ...{ name: `look_${facet}`, facets: [facet] },
    conditions: conditions.filter(({ name }) => name !== facet),
  }));
  return [{ name: 'look', facets: facets.filter((facet) => !isFilter(facet)), conditions }, ...own];
};

/** One pass over rows for all of `facets`, which are columns of them. */
const counted = (facets: readonly string[], rows: string): string => {
  const columns = facets.map((facet) => `"${facet}"`);
  const facet = facets.map((name) => `when grouping("${name}") = 0 then '${name}'`).join(' ');
  const value = `coalesce(${columns.map((column) => `${column}::text`).join(', ')})`;
  return `select case ${facet} end as facet, ${value} as value, count(*)::int as count from (${rows}) counted
           group by grouping sets (${columns.join(', ')}) having ${value} is not null`;
};

/**
 * One statement for all facets. Each look is at one hit more than is counted, which tells that there are more; its own row, without a
 * value, says how many it found.
 */
export const facetsStatement = <Facet extends string>(
  { hits, facets }: Faceted<Facet>,
  conditions: readonly Condition[],
): { readonly sql: string; readonly values: unknown[] } => {
  const values = new Values();
  const looks = looksOf(Object.keys(facets) as Facet[], conditions);
  const saidIn = (facet: Facet): string => ('one' in facets[facet] ? facets[facet].one : facets[facet].many);
  const found = looks.map(({ name, facets: within, conditions: met }) => {
    const columns = within.map((facet) => `${saidIn(facet)} as "${facet}"`).join(', ');
    return `${name} as materialized (select ${columns} ${hits(met, values, { order: 'newest' })} limit ${MOST_COUNTED + 1})`;
  });
  const parts = looks.flatMap(({ name, facets: within }) => {
    const newest = `(select * from ${name} limit ${MOST_COUNTED}) newest`;
    const [one, many] = [within.filter((facet) => 'one' in facets[facet]), within.filter((facet) => 'many' in facets[facet])];
    const unnested = many.map((facet) => `unnest("${facet}") as "${facet}"`).join(', ');
    return [
      `select '${name}' as facet, null as value, count(*)::int as count from ${name}`,
      ...(one.length === 0 ? [] : [counted(one, `select * from ${newest}`)]),
      ...(many.length === 0 ? [] : [counted(many, `select ${unnested} from ${newest}`)]),
    ];
  });
  return { sql: `with ${found.join(', ')} ${parts.join(' union all ')}`, values: values.given };
};

export interface FacetRow {
  readonly facet: string;
  readonly value: string | null;
  readonly count: number;
}

/** Most frequent first, as a reader scans them; the same number by value, so that the order is always the same. */
export const readFacets = <Facet extends string>({ facets }: Pick<Faceted<Facet>, 'facets'>, rows: readonly FacetRow[]): Facets<Facet> => {
  const found = new Map(rows.filter(({ value }) => value === null).map(({ facet, count }) => [facet, count]));
  const total = found.get('look') ?? 0;
  const sorted = rows
    .flatMap(({ facet, value, count }) => (value === null ? [] : [{ facet, value, count }]))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const of = (facet: string) => sorted.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  const names = Object.keys(facets) as Facet[];
  return {
    total: Math.min(total, MOST_COUNTED),
    isMore: total > MOST_COUNTED,
    newestOnly: names.filter((facet) => (found.get(`look_${facet}`) ?? total) > MOST_COUNTED),
    facets: Object.fromEntries(names.map((facet) => [facet, of(facet)])) as Facets<Facet>['facets'],
  };
};
