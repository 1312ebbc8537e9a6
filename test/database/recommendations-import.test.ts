import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecommendationsQuery } from '@nmirf/contracts/recommendations/recommendation';
import { Audit } from '@nmirf/platform/audit/audit';
import { dataSourceOptions } from '@nmirf/platform/database/data-source';
import { PLATFORM_MIGRATIONS } from '@nmirf/platform/database/migrations/index';
import { PLATFORM_ENTITIES } from '@nmirf/platform/database/platform-entities';
import { migrate } from '@nmirf/platform/database/migrate';
import { DataSource } from 'typeorm';
import { CreateRecommendations1795465000000 } from '../../apps/node/src/database/migrations/1795465000000-create-recommendations.js';
import { wordsOfPosition } from '../../apps/node/src/work/recommendations/import/position-words.js';
import { Recommendation } from '../../apps/node/src/work/recommendations/recommendation.entity.js';
import { RecommendationsQueries } from '../../apps/node/src/work/recommendations/recommendations.queries.js';
import { RecommendationsService } from '../../apps/node/src/work/recommendations/recommendations.service.js';
import { SourceDocument } from '../../apps/node/src/work/recommendations/source-document.entity.js';
import { docxOf, HEADINGS_2025, row2025 } from '../harness/docx.js';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { sharedFile } from '../harness/shared.js';

const FOLDER = 'data/recommendations/ohchr-thematic-lists-slovenia';
const expectedFile = sharedFile(`${FOLDER}/slovenia-upr-recommendations.json`);
const list2025 = sharedFile(`${FOLDER}/original-docx/upr48-slovenia-thematic-list-of-recommendatio.docx`);
const list2014 = sharedFile(`${FOLDER}/original-docx/UPR20__Slovenia_ThematicListRecommendations_E.docx`);
const onRealLists = expectedFile === undefined || list2025 === undefined || list2014 === undefined ? it.skip : it;

let database: TestDatabase;
let db: DataSource;
let service: RecommendationsService;
let queries: RecommendationsQueries;

beforeAll(async () => {
  database = await freshDatabase('recommendations');
  const migrations = [...PLATFORM_MIGRATIONS, CreateRecommendations1795465000000];
  db = await new DataSource(
    dataSourceOptions({ url: database.url, entities: [...PLATFORM_ENTITIES, SourceDocument, Recommendation], migrations }),
  ).initialize();
  await migrate(db);
  service = new RecommendationsService(db, new Audit(db));
  queries = new RecommendationsQueries(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
beforeEach(() => db.query('truncate recommendation, source_document'));

const ask = (query: Partial<RecommendationsQuery> = {}): ReturnType<RecommendationsQueries['page']> =>
  queries.page({ limit: 25, ...query });
const counts = async (file: Buffer, dryRun = false): Promise<readonly number[]> => {
  const { difference } = await service.importFile(file, 'SVN', { dryRun });
  return [difference.added.length, difference.changed.length, difference.unchanged];
};

it('has a migration for every entity', async () => {
  const drift = await db.driver.createSchemaBuilder().log();
  expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
});

describe('the real lists', () => {
  const everything = async (): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await ask({ limit: 100, ...(after !== undefined && { after }) });
      found.push(
        ...page.items.map(({ id: _id, body: _body, ...item }) => ({
          ...item,
          country: 'Slovenia',
          position: wordsOfPosition(item.position),
        })),
      );
      after = page.next;
    }
    return found;
  };

  onRealLists('give the values of the expected file, and the same again changes nothing', async () => {
    const file = readFileSync(list2025 ?? '');
    const older = readFileSync(list2014 ?? '');
    expect(await counts(file)).toEqual([254, 0, 0]);
    expect(await counts(file)).toEqual([0, 0, 254]);
    expect(await counts(older)).toEqual([163, 0, 0]);
    expect(await counts(older)).toEqual([0, 0, 163]);
    const expected = JSON.parse(readFileSync(expectedFile ?? '', 'utf8')) as unknown[];
    const found = await everything();
    expect(found).toHaveLength(417);
    expect(new Set(found.map((one) => JSON.stringify(one, Object.keys(one as object).sort())))).toEqual(
      new Set(expected.map((one) => JSON.stringify(one, Object.keys(one as object).sort()))),
    );
  });
});

describe('a list again', () => {
  const rows = [row2025('140.7 Widen access to care (Peru);'), row2025('140.10 Shorten the waiting (Chile);')];

  it('changes what reads differently, adds what is new and leaves the rest', async () => {
    expect(await counts(docxOf([HEADINGS_2025, ...rows]))).toEqual([2, 0, 0]);
    const [before] = (await ask()).items;
    const changed = row2025('140.7 Widen access to care (Peru);', { position: 'Noted' });
    expect(await counts(docxOf([HEADINGS_2025, changed, row2025('140.8 Train the staff (Togo);')]))).toEqual([1, 1, 0]);
    const { items, total } = await ask();
    expect(total).toBe(3);
    expect(items.map(({ paragraph, position }) => [paragraph, position])).toEqual([
      ['140.7', 'noted'],
      ['140.8', 'supported'],
      ['140.10', 'supported'],
    ]);
    expect(items[0]?.id).toBe(before?.id);
  });

  it('keeps the good rows beside those it refuses', async () => {
    const { list, difference } = await service.importFile(docxOf([HEADINGS_2025, ...rows, row2025('140.11 Nobody says this;')]), 'SVN');
    expect([difference.added.length, list.problems.length]).toEqual([2, 1]);
  });

  it('keeps the session that a copy without its page header does not name', async () => {
    await counts(docxOf([HEADINGS_2025, ...rows]));
    expect(await counts(docxOf([HEADINGS_2025, ...rows], 'Annex'))).toEqual([0, 0, 2]);
    expect((await ask()).items[0]).toMatchObject({ session: 48, cycle: 4, year: 2025 });
  });

  it('writes nothing on a dry run, nor when the file is broken', async () => {
    expect(await counts(docxOf([HEADINGS_2025, ...rows]), true)).toEqual([2, 0, 0]);
    await expect(counts(docxOf([HEADINGS_2025, ...rows]).subarray(0, 300))).rejects.toMatchObject({ code: 'import/damaged' });
    expect(await db.getRepository(SourceDocument).count()).toBe(0);
  });

  it('twice at once adds every row once', async () => {
    const file = docxOf([HEADINGS_2025, ...rows]);
    const both = await Promise.all([counts(file), counts(file)]);
    expect(both.map(([added]) => added).sort()).toEqual([0, 2]);
  });
});

describe('the list of recommendations', () => {
  beforeEach(async () => {
    await counts(
      docxOf([
        HEADINGS_2025,
        row2025('140.2 Widen access to care (Peru);'),
        row2025('140.10 Réduire the waiting by 50% (Chile, Peru);', { position: 'Noted', themes: ['- Right to life'], sdgs: [] }),
        row2025('140.9 Train the staff (Togo);', { sdgs: ['- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS'] }),
      ]),
    );
  });

  it.each<[string, Partial<RecommendationsQuery>, readonly string[]]>([
    ['all, by the numbers of their paragraphs', {}, ['140.2', '140.9', '140.10']],
    ['words in any order and without accents', { q: 'WAITING reduire' }, ['140.10']],
    ['a paragraph', { q: '140.9' }, ['140.9']],
    ['signs that mean something to the database', { q: '50%' }, ['140.10']],
    ['nothing that is not there', { q: '_____' }, []],
    ['a position', { position: 'noted' }, ['140.10']],
    ['a theme', { theme: 'Right to health' }, ['140.2', '140.9']],
    ['a goal', { sdg: 16 }, ['140.9']],
    ['a recommending State', { state: 'Peru' }, ['140.2', '140.10']],
    ['a document', { documentSymbol: 'A/HRC/28/15' }, []],
    ['a State under review', { country: 'SVN', q: 'staff' }, ['140.9']],
  ])('finds %s', async (_, query, paragraphs) => {
    const { items, total } = await ask(query);
    expect(items.map(({ paragraph }) => paragraph)).toEqual(paragraphs);
    expect(total).toBe(paragraphs.length);
  });

  it('comes in pages', async () => {
    const first = await ask({ limit: 2 });
    expect(first).toMatchObject({ total: 3, next: expect.any(String) });
    const second = await ask({ limit: 2, after: first.next });
    expect(second.items.map(({ paragraph }) => paragraph)).toEqual(['140.10']);
    expect(second).not.toHaveProperty('next');
    expect(second).not.toHaveProperty('total');
  });

  it('gives one by its id, and those that references name', async () => {
    const [one] = (await ask()).items;
    expect(await queries.find(one?.id ?? '')).toEqual(one);
    const reference = { country: 'SVN', documentSymbol: 'A/HRC/59/15', paragraph: '140.2' };
    expect(await queries.findReferred([reference, { ...reference, paragraph: '140.99' }])).toEqual([one]);
    expect(await queries.findReferred([])).toEqual([]);
  });
});

describe('among very many', () => {
  const plan = async (query: Partial<RecommendationsQuery>): Promise<string> => {
    const [sql, parameters] = queries.pageQuery({ limit: 25, ...query }).getQueryAndParameters();
    const lines: readonly { readonly 'QUERY PLAN': string }[] = await db.query(`explain ${sql}`, parameters);
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  };
  const multiply = async (): Promise<void> => {
    await counts(docxOf([HEADINGS_2025, row2025('140.1 Widen access to care (Peru);')]));
    await db.query(`
      insert into recommendation
      select gen_random_uuid(), source_document_id, country, document_symbol, paragraph || '.' || n, text, recommending_states, position,
        position_source, primary_theme, themes, affected_persons, sdgs, sdg_goals, order_key || '.' || n,
        search_text || ' ' || md5(n::text), content_digest, created_at, changed_at
      from recommendation, generate_series(1, 20000) n`);
    await db.query('vacuum analyze recommendation');
  };

  it('words are looked up in the trigram index, and a page begins in the index of the order, wherever it is', async () => {
    await multiply();
    const word = 'c4ca4238';
    expect(await plan({ q: word })).toContain('recommendation_search');
    expect((await ask({ q: word })).total).toBe(1);
    const { next } = await ask({ limit: 25 });
    expect(await plan({ after: next })).toContain('recommendation_order');
  });
});
