import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_COUNTED } from '@nmirf/contracts/http/facets';
import { libraryFacet, type LibraryFilters, libraryFilters, libraryQuery } from '@nmirf/contracts/practices/library';
import { zeroHash } from '@nmirf/contracts/network/names';
import type { PracticeSummary } from '@nmirf/contracts/practices/summary';
import { keyPairFromSeed, signerOf } from '@nmirf/federation/keys';
import { encodeLeaf } from '@nmirf/federation/leaf';
import { type Message, seal, type Verified } from '@nmirf/federation/message';
import { leafHash } from '@nmirf/federation/tree';
import { dataSourceOptions } from '@nmirf/platform/database/data-source';
import { REPLICA_MIGRATIONS } from '@nmirf/replica/database/migrations/index';
import { REPLICA_ENTITIES } from '@nmirf/replica/database/replica-entities';
import { PRACTICE_TESTS } from '@nmirf/replica/practices/library.filters';
import { PracticesQueries } from '@nmirf/replica/practices/practices.queries';
import { LogStore } from '@nmirf/replica/log/log-store';
import { ContentFacade } from '@nmirf/replica/content/content.facade';
import { PracticesProjection } from '@nmirf/replica/practices/practices.projection';
import { charactersOf } from '@nmirf/replica/practices/facet-characters';
import { looksStatement, practiceLooks } from '@nmirf/replica/practices/practice-facets';
import { indexWords, WITHOUT_WORDS } from '@nmirf/replica/practices/words.worker';
import { type Narrowed, segmented, traitsOf } from '@nmirf/replica/practices/segments';
import type { PlacedMessage } from '@nmirf/replica/projector/applies.decorator';
import { conditionsOf } from '@nmirf/replica/search/search.facade';
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

/** Places of the log, one after the other. */
const places = (from: number, to: number): number[] =>
  Array.from({ length: Math.abs(to - from) }, (_, index) => from + Math.sign(to - from) * index);

const signer = signerOf('node:ke', keyPairFromSeed(Buffer.alloc(32, 7)));

/** A message of its own chain that says one practice, at its place. */
const published = (changed: Changed, pos: number): PlacedMessage => {
  const { practice, version, summary, report } = publishedPractice();
  const message = seal(
    {
      ...{ specversion: '1.0', id: randomUUID(), source: 'node:ke', type: 'practice.published.v1', subject: `practice:${practice}` },
      ...{ time: new Date(pos).toISOString(), datacontenttype: 'application/json', dataschema: 'nmirf:practice/1.0' },
      ...{ epoch: 1, seq: pos + 1, prev: zeroHash, aud: '*', seen: `0:${zeroHash}`, salt: 'A'.repeat(22) },
      data: { practice, version, summary: { ...summary, ...changed }, report },
    },
    signer,
  );
  return { pos, receivedMs: pos, message: message as Verified<Message> };
};

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
    const content = new ContentFacade(db);
    library = new PracticesQueries(db, content);
    await db.transaction(async (tx) => {
      const placed = practices.map(published);
      const entries = placed.map(({ message: { jws, hash, envelope }, receivedMs }) => {
        const { source, epoch, seq, type, aud } = envelope;
        const leaf = encodeLeaf({ kind: 'message', source, epoch, seq, hash, receivedMs });
        return { leaf, source, epoch, seq, hash, receivedMs, type, audience: aud, jws };
      });
      const store = new LogStore();
      const head = await store.head(tx, 'write');
      await store.append(tx, head, head.frontier.appendAll(entries.map(({ leaf }) => leafHash(leaf))), entries);
      await new PracticesProjection(content).published(tx, placed);
    });
    await db.transaction(indexWords);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  /** Attributes the second practice to a country, or to its region only, and makes its words again. */
  const attribute = async (country: string): Promise<void> => {
    await db.query(`update replica_practice set country = ${country} where position = 1`);
    await db.query('delete from practice_words where position >= 1');
    await db.transaction(indexWords);
  };

  const positions = async (query: object): Promise<number[]> =>
    (await library.page(libraryQuery.parse(query))).items.map(({ place }) => place.position);

  it('is narrowed by every filter, and by all at once', async () => {
    expect(await positions({ theme: 'Health' })).toEqual([1, 0]);
    expect(await positions({ region: 'africa' })).toEqual([2, 0]);
    expect(await positions({ country: 'PRT' })).toEqual([1]);
    expect(await positions({ language: 'ar' })).toEqual([2]);
    expect(await positions({ sdg: '6' })).toEqual([0]);
    expect(await positions({ year: '2021' })).toEqual([2, 1]);
    expect(await positions({ year: '2020' })).toEqual([2, 1]);
    expect(await positions({ type: 'budgeting' })).toEqual([]);
    expect(await positions({ source: 'node:pt' })).toEqual([]);
    // What is attributed to its region only is not found by its mechanism.
    expect(await positions({ source: 'node:ke' })).toEqual([2, 1, 0]);
    await attribute('null');
    expect(await positions({ source: 'node:ke' })).toEqual([2, 0]);
    await attribute(`'PRT'`);
    expect(await positions({ theme: 'Health', region: 'africa', year: '2019' })).toEqual([0]);
  });

  it('finds words of every language in any of their forms, and by how they begin', async () => {
    expect(await positions({ q: 'measures' })).toEqual([0]);
    expect(await positions({ q: 'MEASURE' })).toEqual([0]);
    expect(await positions({ q: 'planos' })).toEqual([1]);
    expect(await positions({ q: 'plan' })).toEqual([1]);
    expect(await positions({ q: 'خِطّة' })).toEqual([2]);
    expect(await positions({ q: 'measures of something else entirely' })).toEqual([]);
  });

  it('is narrowed by every filter among what has the words', async () => {
    const q = 'measures';
    expect(await positions({ q, theme: 'Water', region: 'africa', country: 'KEN', sdg: '6', year: '2017', language: 'en' })).toEqual([0]);
    expect(await positions({ q, source: 'node:ke', type: 'procedure' })).toEqual([0]);
    for (const other of [
      { theme: 'Education' },
      { region: 'europe' },
      { country: 'PRT' },
      { sdg: '4' },
      { year: '2021' },
      { language: 'ar' },
    ])
      expect([other, await positions({ q, ...other })]).toEqual([other, []]);
    const { facets } = await library.facets(libraryFilters.parse({ q, region: 'europe' }));
    expect([facets.region, facets.theme]).toEqual([[{ value: 'africa', count: 1 }], []]);
  });

  it('takes the signs of a search for no words', async () => {
    expect(await positions({ q: "100 % 'of' <-> !" })).toEqual([0]);
    expect(await positions({ q: '% _ & |' })).toEqual([2, 1, 0]);
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
      { value: '2015', count: 1 },
      { value: '2020', count: 1 },
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

  it('finds the next practices without words at the end of a long log, not by reading the log', async () => {
    const copies = (table: string, column: string, last: number): string => `
      insert into ${table} select copy.* from ${table} one, generate_series(10, ${last}) n, json_populate_record(one,
        json_build_object('${column}', n, ${table === 'log_entry' ? `'seq', n` : `'${table === 'practice_words' ? 'practice' : 'id'}', md5(n::text)::uuid`})) copy
       where one.${column} = 0`;
    await db.query(copies('log_entry', 'pos', 5_000));
    await db.query(copies('replica_practice', 'position', 5_000));
    await db.query(copies('practice_words', 'position', 4_000));
    await db.query('analyze log_entry, replica_practice, practice_words');
    const [{ 'QUERY PLAN': plans }] = await db.query(`explain (analyze, format json) ${WITHOUT_WORDS}`);
    expect(Math.max(...all(plans[0].Plan).map((plan) => plan['Actual Rows']))).toBeLessThan(200);
  });

  describe('of more practices than are counted', () => {
    const [FIRST, COUNT] = [20_001, 15_000];
    /** The oldest of them lie in another region. */
    const OLD = 1_000;
    const LISTED = places(24_540, 24_610);

    beforeAll(async () => {
      await db.query(`delete from replica_practice where position >= 10`);
      await db.query(`
        insert into replica_practice
        select copy.* from replica_practice one, generate_series(${FIRST}, ${FIRST + COUNT - 1}) n, json_populate_record(one, json_build_object(
          'position', n, 'id', md5(n::text)::uuid, 'region', case when n < ${FIRST + OLD} then 'americas' else 'africa' end)) copy where one.position = 0`);
      const rows: (Narrowed & { id: string })[] = await db.query(
        `select * from replica_practice where position in (${FIRST}, ${FIRST + OLD})`,
      );
      const facets = await charactersOf(db.manager, rows);
      for (const [index, row] of rows.entries())
        await db.query(
          `insert into practice_words (practice, position, words, facets)
           select id, position, ${segmented(`'measur'::tsvector`, '$1::text[]', 'position')}, $3
             from replica_practice where region = $2 and position >= ${FIRST}`,
          [traitsOf(row), row.region, facets[index]],
        );
      // A list tells what messages say.
      await db.query(`
        insert into log_entry select copy.* from log_entry one, unnest(array[${FIRST}, ${LISTED.join(', ')}]) n,
               json_populate_record(one, json_build_object('pos', n, 'seq', n)) copy where one.pos = 0`);
      await db.query('analyze replica_practice, practice_words');
    });

    it('counts the newest, and says that there are more', async () => {
      for (const q of [undefined, 'measures']) {
        const { total, isMore, newestOnly, facets } = await library.facets({ q });
        expect([q, total, isMore, newestOnly.length]).toEqual([q, MOST_COUNTED, true, libraryFacet.options.length]);
        expect(facets.region).toEqual([{ value: 'africa', count: MOST_COUNTED }]);
        expect(facets.theme).toEqual(['Health', 'Water'].map((value) => ({ value, count: MOST_COUNTED })));
      }
    });

    it('counts all where a filter leaves few, and says which facet is counted without it', async () => {
      for (const q of [undefined, 'measures']) {
        const { total, isMore, newestOnly, facets } = await library.facets({ q, region: 'americas' });
        expect([q, total, isMore, newestOnly]).toEqual([q, OLD, false, ['region']]);
        expect(facets.region).toEqual([{ value: 'africa', count: MOST_COUNTED }]);
        expect(facets.country).toEqual([{ value: 'KEN', count: OLD }]);
      }
    });

    it('reads by words across segments, from either end', async () => {
      const q = 'measures';
      // 24,576 places are six segments.
      expect(await positions({ q, after: '24600', limit: 50 })).toEqual(places(24_599, 24_549));
      expect(await positions({ q, after: '24550', limit: 50, order: 'oldest' })).toEqual(places(24_551, 24_601));
      expect(await positions({ q, after: '20002', limit: 50 })).toEqual([20_001, 0]);
      expect(await positions({ q, after: '-1', limit: 2, order: 'oldest' })).toEqual([0, 20_001]);
    });

    it.each([
      ['of a common word reads the newest segments alone', { q: 'measures' }, 0, MOST_COUNTED + 4_096],
      ['of a rare word reads what has it', { q: 'planos' }, 1, 2],
      ['of a rare filter reads what has it, among all that have the word', { q: 'measures', region: 'americas' }, OLD, OLD + 1],
      ['of filters reads what meets them all, where no word is sought', { region: 'americas', country: 'KEN' }, OLD, OLD + 1],
    ] as const)('%s, by the index', async (_what, filters, least, most) => {
      const [look] = practiceLooks(conditionsOf<LibraryFilters>(PRACTICE_TESTS, filters));
      const { sql, values } = looksStatement([look!]);
      const [{ 'QUERY PLAN': plans }] = await db.query(`explain (analyze, format json) ${sql}`, values);
      const scans = all(plans[0].Plan).filter(
        (plan) => plan['Relation Name'] === 'practice_words' && plan['Node Type'] !== 'Index Only Scan',
      );
      expect(scans.map((plan) => plan['Node Type'])).toEqual(['Bitmap Heap Scan']);
      const read = scans[0]!['Actual Rows'] * scans[0]!['Actual Loops'];
      expect(read).toBeGreaterThan(least - 1);
      expect(read).toBeLessThan(most + 1);
    });

    it('reads the newest by their place, where nothing is sought', async () => {
      const [look] = practiceLooks([]);
      const { sql, values } = looksStatement([look!]);
      const [{ 'QUERY PLAN': plans }] = await db.query(`explain (analyze, format json) ${sql}`, values);
      const scans = all(plans[0].Plan).filter((plan) => plan['Relation Name'] === 'practice_words');
      expect(scans.map((plan) => [plan['Index Name'], plan['Actual Rows']])).toEqual([['practice_words_position', MOST_COUNTED + 1]]);
    });

    it('finds and counts at once what has no words yet, where no word is sought', async () => {
      await db.query('delete from practice_words where position >= 34000');
      const { total, facets } = await library.facets({ region: 'americas' });
      expect([total, facets.region]).toEqual([OLD, [{ value: 'africa', count: MOST_COUNTED }]]);
      await db.query(`update replica_practice set region = 'americas' where position = 24600 and region = 'africa'`);
      expect((await positions({ region: 'americas', limit: 1 }))[0]).toBe(24_600);
      await db.query(`update replica_practice set region = 'africa' where position = 24600`);
    });
  });
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}

const all = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(all)];
