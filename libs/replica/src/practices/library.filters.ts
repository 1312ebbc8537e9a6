import { type LibraryFacet, libraryFacet, type LibraryFacets, type LibraryFilters } from '@nmirf/contracts/practices/library';
import { queryExpression, soughtIn } from './practice-words.js';

/** One filter as SQL over `replica_practice p`: `sql` takes the placeholder of its value. */
export interface Condition {
  readonly name: keyof LibraryFilters | 'after';
  readonly sql: (placeholder: string) => string;
  readonly value: unknown;
}

type Test = readonly [sql: Condition['sql'], value: (given: never) => unknown];

const same = (given: unknown): unknown => given;
const equals = (column: string): Test => [(value) => `p.${column} = ${value}`, same];
const contains = (column: string, type: string): Test => [(value) => `p.${column} @> array[${value}]::${type}[]`, same];

const TESTS: Readonly<Record<keyof LibraryFilters, Test>> = {
  q: [
    (value) => `p.id in (select practice from practice_words where words @@ (${queryExpression(value)}))`,
    (words: string) => JSON.stringify(soughtIn(words)),
  ],
  // What is attributed to a region only is not found by its mechanism.
  source: [(value) => `p.source = ${value} and p.country is not null`, same],
  language: contains('languages', 'text'),
  theme: contains('themes', 'text'),
  sdg: contains('sdgs', 'int'),
  region: equals('region'),
  country: equals('country'),
  type: equals('type'),
  year: equals('from_year'),
};

const isAsked = (name: keyof LibraryFilters, given: unknown): boolean =>
  name === 'q' ? soughtIn((given as string | undefined) ?? '') !== undefined : given !== undefined && given !== '';

export const conditionsOf = (filters: LibraryFilters): Condition[] =>
  (Object.keys(TESTS) as (keyof LibraryFilters)[]).flatMap((name) => {
    const given = filters[name];
    const [sql, value] = TESTS[name];
    return isAsked(name, given) ? [{ name, sql, value: value(given as never) }] : [];
  });

/** All conditions at once, with placeholders from `$1` on. */
export const whereOf = (conditions: readonly Condition[]): { readonly where: string; readonly values: unknown[] } => ({
  where: ['true', ...conditions.map(({ sql }, index) => sql(`$${index + 1}`))].join(' and '),
  values: conditions.map(({ value }) => value),
});

/** The values a practice has in a facet, as a set of text. */
const VALUES: Readonly<Record<LibraryFacet, string>> = {
  theme: 'unnest(p.themes)',
  region: 'p.region',
  country: 'p.country',
  type: 'p.type',
  language: 'unnest(p.languages)',
  sdg: 'unnest(p.sdgs)::text',
  year: 'p.from_year::text',
};

/** One statement for all facets; every condition has one placeholder, and the total uses them all. */
export const facetsStatement = (conditions: readonly Condition[]): { readonly sql: string; readonly values: unknown[] } => {
  const numbered = conditions.map(({ name, sql }, index) => ({ name, sql: sql(`$${index + 1}`) }));
  const where = (but?: LibraryFacet): string =>
    ['true', ...numbered.filter(({ name }) => name !== but).map(({ sql }) => sql)].join(' and ');
  const parts = libraryFacet.options.map(
    (facet) => `
      select '${facet}' as facet, facet_value as value, count(*)::int as count
        from replica_practice p cross join lateral (select ${VALUES[facet]} as facet_value) of_practice
       where facet_value is not null and ${where(facet)} group by facet_value`,
  );
  const total = `select 'total' as facet, null as value, count(*)::int as count from replica_practice p where ${where()}`;
  return { sql: [total, ...parts].join(' union all '), values: conditions.map(({ value }) => value) };
};

interface FacetRow {
  readonly facet: LibraryFacet | 'total';
  readonly value: string;
  readonly count: number;
}

/** Most frequent first, as a reader scans them; the same number by value, so that the order is always the same. */
export const readFacets = (rows: readonly FacetRow[]): LibraryFacets => {
  const sorted = [...rows].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const of = (facet: LibraryFacet) => sorted.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  const facets = Object.fromEntries(libraryFacet.options.map((facet) => [facet, of(facet)])) as LibraryFacets['facets'];
  return { total: rows.find(({ facet }) => facet === 'total')?.count ?? 0, facets };
};
