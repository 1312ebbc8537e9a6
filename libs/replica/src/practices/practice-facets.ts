import { MOST_COUNTED } from '@nmirf/contracts/http/facets';
import { libraryFacet, type LibraryFacet, type LibraryFacets } from '@nmirf/contracts/practices/library';
import type { DataSource } from 'typeorm';
import { type FacetRow, type Look, looksOf, readFacets } from '../search/facets.facade.js';
import { Values } from '../search/hits.facade.js';
import type { Condition } from '../search/search.facade.js';
import { BETWEEN, countCharacters } from './facet-characters.js';
import { FACETED_PRACTICES } from './library.filters.js';
import { practiceHits } from './practice-hits.js';

/** One statement for all looks, each a column: what the newest hits say, one hit more than is counted. */
export const looksStatement = (looks: readonly Look<LibraryFacet>[]): { readonly sql: string; readonly values: unknown[] } => {
  const values = new Values();
  const found = looks.map(({ name, conditions }) => {
    const hits = `select p.facets ${practiceHits(conditions, values, { order: 'newest' })} limit ${MOST_COUNTED + 1}`;
    return `(select string_agg(facets, '${BETWEEN}') from (${hits}) hits) as ${name}`;
  });
  return { sql: `select ${found.join(', ')}`, values: values.given };
};

export const practiceLooks = (conditions: readonly Condition[]): Look<LibraryFacet>[] => looksOf(libraryFacet.options, conditions);

/** The facets of practices that have their words. */
export async function countFacets(db: DataSource, conditions: readonly Condition[]): Promise<LibraryFacets> {
  const looks = practiceLooks(conditions);
  const { sql, values } = looksStatement(looks);
  const [found]: Record<string, string | null>[] = await db.query(sql, values);
  const counted = looks.map((look) => ({ look, ...countCharacters(found![look.name] ?? null, MOST_COUNTED) }));
  const codes = [...new Set(counted.flatMap(({ counts }) => [...counts.keys()]))];
  const known: { code: number; facet: LibraryFacet; value: string }[] = await db.query(
    'select code, facet, value from facet_value where code = any($1)',
    [codes],
  );
  const rows = counted.flatMap(({ look, hits, counts }): FacetRow[] => [
    { facet: look.name, value: null, count: hits },
    ...known
      .filter(({ code, facet }) => look.facets.includes(facet) && counts.has(code))
      .map(({ code, facet, value }) => ({ facet, value, count: counts.get(code)! })),
  ]);
  return readFacets(FACETED_PRACTICES, rows);
}
