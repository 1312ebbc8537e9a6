import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DynamicModule, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessModule } from '@nmirf/platform/access/access.module';
import { DatabaseModule } from '@nmirf/platform/database/database.module';
import { PLATFORM_MIGRATIONS } from '@nmirf/platform/database/migrations/index';
import { PLATFORM_ENTITIES } from '@nmirf/platform/database/platform-entities';
import { createApplication } from '@nmirf/platform/http/application';
import { IdentityModule } from '@nmirf/platform/identity/identity.module';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { JsonLogger } from '@nmirf/platform/logging/logger';
import type { PlatformEnvironment } from '@nmirf/platform/environment/environment';
import request from 'supertest';
import { CreateRecommendations1795465000000 } from '../../apps/node/src/database/migrations/1795465000000-create-recommendations.js';
import { Recommendation } from '../../apps/node/src/work/recommendations/recommendation.entity.js';
import { RecommendationsFacade } from '../../apps/node/src/work/recommendations/recommendations.facade.js';
import { RecommendationsModule } from '../../apps/node/src/work/recommendations/recommendations.module.js';
import { SourceDocument } from '../../apps/node/src/work/recommendations/source-document.entity.js';
import { docxOf, HEADINGS_2025, row2025 } from '../harness/docx.js';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { testEnvironment } from './platform-server.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PASSWORD = 'a long enough phrase';
const file = docxOf([HEADINGS_2025, row2025('140.7 Widen access to care (Peru);'), row2025('140.8 Nobody says this;')]);

@Module({})
class TestNode {
  static of(environment: PlatformEnvironment): DynamicModule {
    return {
      module: TestNode,
      imports: [
        DatabaseModule.forRoot({
          url: environment.DATABASE_URL,
          entities: [...PLATFORM_ENTITIES, SourceDocument, Recommendation],
          migrations: [...PLATFORM_MIGRATIONS, CreateRecommendations1795465000000],
        }),
        AccessModule.forRoot({ roles: { reader: ['recommendation:read'], coordinator: ['recommendation:read', 'recommendation:import'] } }),
        IdentityModule.forRoot({ publicUrl: environment.PUBLIC_URL, sessionSecret: environment.SESSION_SECRET }),
        RecommendationsModule,
      ],
    };
  }
}

let database: TestDatabase;
let app: NestExpressApplication;
let reader: string;
let coordinator: string;

const signedIn = async (role: string): Promise<string> => {
  const email = `${role}@example.org`;
  await app.get(PersonsService).add({ email, name: 'Reporting office', language: 'en', roles: [role], password: PASSWORD });
  const { headers } = await request(app.getHttpServer()).post('/api/session').send({ email, password: PASSWORD }).expect(200);
  return String((headers['set-cookie'] as unknown as string[])[0]).split(';')[0] ?? '';
};

beforeAll(async () => {
  database = await freshDatabase('recommendations_door');
  const environment = testEnvironment(database.url);
  const logger = new JsonLogger({ level: 'silent', name: 'test' });
  app = await createApplication(TestNode.of(environment), { environment, name: 'test', logger });
  [reader, coordinator] = [await signedIn('reader'), await signedIn('coordinator')];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const get = (path: string, cookie = reader): request.Test => request(app.getHttpServer()).get(path).set('cookie', cookie);
const send = (query: string, body: Buffer | string, cookie = coordinator, type = WORD): request.Test =>
  request(app.getHttpServer())
    .post(`/api/recommendations/import?${query}`)
    .set('cookie', cookie)
    .set('sec-fetch-site', 'same-origin')
    .set('content-type', type)
    .send(body);

describe('importing', () => {
  it('says what it would do, does it, and reports each row it refuses in the caller’s language', async () => {
    const source = { documentSymbol: 'A/HRC/59/15', country: 'SVN', session: 48, generation: 'ohchr-thematic-list-2025' };
    const counts = { source, found: 2, added: 1, changed: 0, unchanged: 0 };
    const dry = await send('country=SVN&dryRun=true', file).set('accept-language', 'fr').expect(200);
    expect(dry.body).toEqual({
      ...counts,
      problems: [
        {
          row: 3,
          column: 'Recommendation and recommending State',
          code: 'import/no-state',
          detail: expect.stringContaining('entre parenthèses'),
        },
      ],
    });
    await get('/api/recommendations').expect(200, { items: [], total: 0 });
    expect((await send('country=SVN', file).expect(200)).body).toMatchObject(counts);
    expect((await send('country=SVN', file).expect(200)).body).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  it.each<[string, () => request.Test, number, string]>([
    ['people who may only read', () => send('country=SVN', file, reader), 403, 'access/denied'],
    ['nobody in particular', () => send('country=SVN', file, ''), 401, 'access/sign-in-needed'],
    ['without a State', () => send('', file), 422, 'request/invalid'],
    ['another media type', () => send('country=SVN', 'a', coordinator, 'text/csv'), 415, 'request/media-type'],
    ['what is no Word document', () => send('country=SVN', Buffer.from('a')), 422, 'import/not-a-docx'],
    ['more than 20 MiB', () => send('country=SVN', Buffer.alloc(20 * 1024 * 1024 + 1)), 413, 'request/too-large'],
  ])('is refused to %s', async (_, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
  });
});

describe('reading', () => {
  it('gives a page, one of it, and what a reference names', async () => {
    await send('country=SVN', file).expect(200);
    const { body } = await get('/api/recommendations?q=access&position=supported&sdg=3&limit=5').expect(200);
    const page = body as { items: { id: string }[]; total: number };
    expect(page).toMatchObject({ total: 1, items: [{ paragraph: '140.7', country: 'SVN', body: 'UPR', recommendingStates: ['Peru'] }] });
    await get(`/api/recommendations/${page.items[0]?.id}`).expect(200, page.items[0]);
    const reference = { country: 'SVN', documentSymbol: 'A/HRC/59/15', paragraph: '140.7' };
    expect(await app.get(RecommendationsFacade, { strict: false }).find([reference])).toEqual(page.items);
  });

  it.each<[string, string, number, string]>([
    ['an id that nothing has', '/api/recommendations/0198a000-0000-7000-8000-000000000000', 404, 'recommendation/not-found'],
    ['an id that is none', '/api/recommendations/1', 404, 'request/not-found'],
    ['a goal there is not', '/api/recommendations?sdg=18', 422, 'request/invalid'],
    ['a cursor that is none', '/api/recommendations?after=%00%F0', 200, ''],
  ])('answers %s', async (_, path, status, code) => {
    const answer = await get(path);
    expect([answer.status, (answer.body as { code?: string }).code ?? '']).toEqual([status, code]);
  });
});
