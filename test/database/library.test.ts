import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryFilters, libraryQuery } from '@nmirf/contracts/practices/library';
import type { PracticeSummary } from '@nmirf/contracts/practices/summary';
import { dataSourceOptions } from '@nmirf/platform/database/data-source';
import { REPLICA_MIGRATIONS } from '@nmirf/replica/database/migrations/index';
import { REPLICA_ENTITIES } from '@nmirf/replica/database/replica-entities';
import { PracticesQueries } from '@nmirf/replica/practices/practices.queries';
import { ReplicaPractice } from '@nmirf/replica/practices/replica-practice.entity';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { publishedPractice } from '../harness/published-practices.js';

type Changed = Partial<PracticeSummary>;

const text = (language: 'ar' | 'en' | 'pt', words: string) => [{ language, text: words, provenance: 'human' as const }];

/** In the order they were published. */
const practices: readonly Changed[] = [
  {
    title: text('en', 'A list of 100 % of the measures'),
    region: 'africa',
    country: 'KEN',
    themes: ['Health', 'Water'],
    sdgs: [3, 6],
    fromYear: 2019,
  },
  { title: text('pt', 'Um plano'), region: 'europe', country: 'PRT', themes: ['Health'], sdgs: [3], fromYear: 2021 },
  { title: text('ar', 'خطة'), region: 'africa', country: 'MAR', themes: ['Education'], sdgs: [4], fromYear: 2021 },
];

describe('the library of a server', () => {
  let database: TestDatabase;
  let db: DataSource;
  let library: PracticesQueries;

  beforeAll(async () => {
    database = await freshDatabase('library');
    db = await new DataSource(
      dataSourceOptions({ url: database.url, entities: REPLICA_ENTITIES, migrations: REPLICA_MIGRATIONS }),
    ).initialize();
    await db.runMigrations();
    library = new PracticesQueries(db);
    const published = practices.map((changed, position) => {
      const { summary, report } = publishedPractice();
      return {
        ...{ id: randomUUID(), version: 1, source: 'node:ke', position, messageHash: Buffer.alloc(32, position), report },
        receivedAt: new Date(position),
        summary: { ...summary, ...changed },
      };
    });
    await db.getRepository(ReplicaPractice).insert(published);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const positions = async (query: object): Promise<number[]> =>
    (await library.page(libraryQuery.parse(query))).items.map(({ place }) => place.position);

  it('is narrowed by every filter, and by all at once', async () => {
    expect(await positions({ theme: 'Health' })).toEqual([1, 0]);
    expect(await positions({ region: 'africa' })).toEqual([2, 0]);
    expect(await positions({ country: 'PRT' })).toEqual([1]);
    expect(await positions({ language: 'ar' })).toEqual([2]);
    expect(await positions({ sdg: '6' })).toEqual([0]);
    expect(await positions({ year: '2021' })).toEqual([2, 1]);
    expect(await positions({ type: 'budgeting' })).toEqual([]);
    expect(await positions({ source: 'node:pt' })).toEqual([]);
    expect(await positions({ theme: 'Health', region: 'africa', year: '2019' })).toEqual([0]);
  });

  it('takes the words of a search as they are typed, signs of patterns included', async () => {
    expect(await positions({ q: '100 %' })).toEqual([0]);
    expect(await positions({ q: '100_%' })).toEqual([]);
    expect(await positions({ q: 'PLANO' })).toEqual([1]);
  });

  it.each(['newest', 'oldest'] as const)('is read page by page, %s first, without a gap or a repeat', async (order) => {
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await library.page(libraryQuery.parse({ limit: 1, order, ...(after !== undefined && { after }) }));
      seen.push(...page.items.map(({ place }) => place.position));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(order === 'newest' ? [2, 1, 0] : [0, 1, 2]);
  });

  it('counts a facet with every filter but its own', async () => {
    const { total, facets } = await library.facets(libraryFilters.parse({ region: 'africa', year: '2021' }));
    expect(total).toBe(1);
    expect(facets.country).toEqual([{ value: 'MAR', count: 1 }]);
    expect(facets.region).toEqual([
      { value: 'africa', count: 1 },
      { value: 'europe', count: 1 },
    ]);
    expect(facets.year).toEqual([
      { value: '2019', count: 1 },
      { value: '2021', count: 1 },
    ]);
  });

  it('counts each value once for each practice that has it, most frequent first', async () => {
    const { total, facets } = await library.facets({});
    expect(total).toBe(3);
    expect(facets.theme).toEqual([
      { value: 'Health', count: 2 },
      { value: 'Education', count: 1 },
      { value: 'Water', count: 1 },
    ]);
    expect(facets.language.map(({ value }) => value)).toEqual(['ar', 'en', 'pt']);
  });
});
