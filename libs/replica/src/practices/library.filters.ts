import { type LibraryFacet, libraryFacet, type LibraryFacets, type LibraryFilters } from '@nmirf/contracts/practices/library';

/** One filter as SQL over `replica_practice p`: `sql` takes the placeholder of its value. */
export interface Condition {
  readonly name: keyof LibraryFilters;
  readonly sql: (placeholder: string) => string;
  readonly value: unknown;
}

type Test = readonly [sql: Condition['sql'], value: (given: never) => unknown];

const contains = (within: (given: unknown) => object): Test => [
  (value) => `p.summary @> ${value}::jsonb`,
  (given) => JSON.stringify(within(given)),
];

const TESTS: Readonly<Record<keyof LibraryFilters, Test>> = {
  q: [
    (value) =>
      `exists (select 1 from jsonb_array_elements(p.summary -> 'title' || (p.summary -> 'summary')) words where words ->> 'text' ilike ${value})`,
    (words: string) => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`,
  ],
  source: [(value) => `p.source = ${value}`, (given) => given],
  language: contains((language) => ({ title: [{ language }] })),
  theme: contains((theme) => ({ themes: [theme] })),
  sdg: contains((sdg) => ({ sdgs: [sdg] })),
  region: contains((region) => ({ region })),
  country: contains((country) => ({ country })),
  type: contains((type) => ({ type })),
  year: contains((fromYear) => ({ fromYear })),
};

export const conditionsOf = (filters: LibraryFilters): Condition[] =>
  (Object.keys(TESTS) as (keyof LibraryFilters)[]).flatMap((name) => {
    const given = filters[name];
    const [sql, value] = TESTS[name];
    return given === undefined || given === '' ? [] : [{ name, sql, value: value(given as never) }];
  });

/** The values a practice has in a facet, as a set of text. */
const VALUES: Readonly<Record<LibraryFacet, string>> = {
  theme: `jsonb_array_elements_text(p.summary -> 'themes')`,
  region: `p.summary ->> 'region'`,
  country: `p.summary ->> 'country'`,
  type: `p.summary ->> 'type'`,
  language: `jsonb_array_elements(p.summary -> 'title') ->> 'language'`,
  sdg: `jsonb_array_elements_text(p.summary -> 'sdgs')`,
  year: `p.summary ->> 'fromYear'`,
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
