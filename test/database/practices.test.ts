import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { secondCheck } from '@nmirf/anonymisation/second-check';
import { type ReviewView, reviewView } from '@nmirf/contracts/practices/authoring';
import { practicePublished } from '@nmirf/contracts/practices/published';
import { AccessModule } from '@nmirf/platform/access/access.module';
import { DatabaseModule } from '@nmirf/platform/database/database.module';
import { EventsModule } from '@nmirf/platform/events/events.module';
import { FilesModule } from '@nmirf/platform/files/files.module';
import { HealthModule } from '@nmirf/platform/health/health.module';
import { createApplication } from '@nmirf/platform/http/application';
import { IdentityModule } from '@nmirf/platform/identity/identity.module';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { QueueModule } from '@nmirf/platform/queue/queue.module';
import { ReplicaModule } from '@nmirf/replica/replica.module';
import { type DynamicModule, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { AllowedWord } from '../../apps/node/src/network/publication/allowed-word.entity.js';
import { NODE_MIGRATIONS } from '../../apps/node/src/database/migrations/index.js';
import { NODE_ENTITIES } from '../../apps/node/src/database/node-entities.js';
import { LinkModule } from '../../apps/node/src/foundation/link/link.module.js';
import { keepMechanism } from '../../apps/node/src/foundation/link/mechanism.facade.js';
import { AttentionService } from '../../apps/node/src/network/publication/attention.service.js';
import { PublicationModule } from '../../apps/node/src/network/publication/publication.module.js';
import { RestrictedModule } from '../../apps/node/src/network/restricted/restricted.module.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { PracticesModule } from '../../apps/node/src/work/practices/practices.module.js';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { testEnvironment } from './platform-server.js';

type Agent = ReturnType<typeof request.agent>;

const roles = {
  'focal-point': ['practice:read', 'practice:write'],
  coordinator: ['practice:read', 'practice:write', 'practice:review'],
  publisher: ['practice:read', 'practice:review', 'practice:release', 'practice:write'],
};

@Module({})
class NodeWithPractices {
  static of(url: string, keys: string): DynamicModule {
    const environment = testEnvironment(url);
    return {
      module: NodeWithPractices,
      imports: [
        DatabaseModule.forRoot({ url, entities: NODE_ENTITIES, migrations: NODE_MIGRATIONS }),
        QueueModule.forRoot({ databaseUrl: url, redisUrl: environment.REDIS_URL, worker: false }),
        AccessModule.forRoot({ roles }),
        IdentityModule.forRoot({ publicUrl: environment.PUBLIC_URL, sessionSecret: environment.SESSION_SECRET }),
        EventsModule,
        HealthModule,
        FilesModule.forRoot({ folder: join(keys, 'files'), references: [] }),
        ReplicaModule,
        PracticesModule,
        LinkModule.forRoot(keys, 'node:py'),
        RestrictedModule.forRoot(keys),
        PublicationModule.forRoot(0),
      ],
    };
  }
}

const password = 'a long enough password for tests';
const text = (language: string, words: string) => ({ language, text: words });
const record = {
  originalLanguage: 'es',
  country: 'PRY',
  title: [text('es', 'Una lista única de recomendaciones'), text('en', 'One list of recommendations')],
  summary: [
    text(
      'es',
      'Desde el 3 de mayo de 2021 cada recomendación tiene una institución responsable. Contacto: registro@example.org, tel. +595 21 414 1000.',
    ),
    text('en', 'Every recommendation has an owner. The list is kept in the Gwarlon valley.'),
  ],
  buildingBlocks: [{ title: [text('es', 'La lista')], description: [text('es', 'Una entrada por recomendación.')] }],
  type: 'procedure',
  stage: 'established',
  from: '2021-05-03',
  results: [{ indicator: [text('es', 'Recomendaciones con responsable')], unit: 'count', before: 7, after: 212 }],
  contacts: [{ name: 'Oficina de registro', email: 'registro@example.org', phone: '+595 21 414 1000' }],
  internalNotes: 'Solo para la casa.',
};

let database: TestDatabase;
let keys: string;
let app: NestExpressApplication;
let author: Agent;
let publisher: Agent;
let submit: ReturnType<typeof jest.spyOn>;

const signIn = async (email: string): Promise<Agent> => {
  const agent = request.agent(app.getHttpServer());
  const answer = await agent.post('/api/session').set('Origin', 'http://127.0.0.1').send({ email, password });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return agent;
};
const send = (agent: Agent, method: 'post' | 'put' | 'delete', path: string, body: object = {}) =>
  agent[method](path).set('Origin', 'http://127.0.0.1').send(body);

beforeAll(async () => {
  database = await freshDatabase('practices');
  const environment = testEnvironment(database.url);
  keys = await mkdtemp(join(tmpdir(), 'nmirf-keys-'));
  await keepMechanism(keys, {
    ...{ country: 'PRY', region: 'americas', kind: 'interministerial', languages: ['es'] },
    names: [{ language: 'es', value: 'Mecanismo Nacional de Seguimiento' }],
  });
  app = await createApplication(NodeWithPractices.of(database.url, keys), { environment, name: 'node:test' });
  const persons = app.get(PersonsService);
  for (const [email, role] of [
    ['author@example.org', 'focal-point'],
    ['other@example.org', 'focal-point'],
    ['publisher@example.org', 'publisher'],
    ['second@example.org', 'publisher'],
  ] as const)
    await persons.add({ email, name: role, language: 'es', roles: [role], password });
  [author, publisher] = await Promise.all([signIn('author@example.org'), signIn('publisher@example.org')]);
  submit = jest.spyOn(app.get(OutgoingFacade, { strict: false }), 'submit').mockResolvedValue('draft') as never;
});
afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(keys, { recursive: true });
});

afterEach(() => {
  Reflect.set(app.get(AttentionService, { strict: false }), 'oneIn', 0);
});

const submitted = async (): Promise<string> => {
  const added = await send(author, 'post', '/api/practices', { record }).expect(201);
  const { id } = added.body as { id: string };
  await send(author, 'post', `/api/practices/${id}/submission`).expect(200);
  return id;
};
const review = async (id: string): Promise<ReviewView> =>
  reviewView.parse((await publisher.get(`/api/practices/${id}/review`).expect(200)).body);
const decided = async (id: string): Promise<ReviewView> => {
  const open = (await review(id)).findings.filter(({ tier, decision }) => tier === 'flag' && decision === undefined);
  const decisions = open.map(({ key }) => ({ key, decision: 'mask' }));
  return reviewView.parse((await send(publisher, 'put', `/api/practices/${id}/review`, { decisions }).expect(200)).body);
};

describe('the tables', () => {
  it('are what the migrations make', async () => {
    const drift = await app.get(DataSource).driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query).filter((query) => /practice|allowed_word/.test(query))).toEqual([]);
  });
});

describe('a practice on its way out', () => {
  it('goes from its author through a reviewer to the outbox, masked', async () => {
    const id = await submitted();
    const before = await review(id);
    expect(before.mayRelease).toBe(false);
    expect(before.findings.map(({ type }) => type)).toEqual(expect.arrayContaining(['date', 'email', 'phone', 'unknown']));
    expect(before.obstacles).toEqual(
      ['anonymity', 'summary'].map((path) => ({ code: 'gate/flag-undecided', path, detail: expect.any(String) })),
    );
    expect(before.findings.find(({ type }) => type === 'email')?.detail).toBeTruthy();
    const after = await decided(id);
    expect(after.mayRelease).toBe(true);
    submit.mockClear();
    const released = await send(publisher, 'post', `/api/practices/${id}/release`, { digest: after.digest }).expect(200);
    expect(released.body).toMatchObject({ state: 'released', released: { version: 1 } });
    expect(submit).toHaveBeenCalledTimes(1);
    const message = submit.mock.calls[0]?.[1] as { type: string; subject: string; title: string; data: unknown };
    const data = practicePublished.parse(message.data);
    expect(message).toMatchObject({
      type: 'practice.published.v1',
      subject: `practice:${data.practice}`,
      title: 'Una lista única de recomendaciones',
    });
    expect(secondCheck(data)).toEqual([]);
    expect(data.report.digest).toBe(after.digest);
    expect(JSON.stringify(data)).not.toMatch(/example\.org|21 414|Gwarlon|Solo para la casa/);
    expect(data.summary.summary[0]?.text).toContain('[correo electrónico]');
    expect(data.summary.results).toEqual([{ indicator: [expect.anything()], unit: 'count', after: 210 }]);
    expect(data.practice).not.toBe(id);
  });

  it('keeps its public id and raises its version when it is released again', async () => {
    const id = await submitted();
    const first = await decided(id);
    const one = await send(publisher, 'post', `/api/practices/${id}/release`, { digest: first.digest }).expect(200);
    const { revision } = one.body as { revision: number };
    const changed = { ...record, sdgs: [16] };
    await send(author, 'put', `/api/practices/${id}`, { record: changed, revision }).expect(200);
    await send(author, 'post', `/api/practices/${id}/submission`).expect(200);
    const second = await review(id);
    const two = await send(publisher, 'post', `/api/practices/${id}/release`, { digest: second.digest }).expect(200);
    const { released } = one.body as { released: { practice: string } };
    expect(two.body).toMatchObject({ released: { practice: released.practice, version: 2 } });
  });

  it('plants an invented name before a reviewer, counts whether it is noticed, and publishes nothing of it', async () => {
    Reflect.set(app.get(AttentionService, { strict: false }), 'oneIn', 1);
    const id = await submitted();
    const known = new Set(record.summary.map((written) => written.text));
    const seen = await decided(id).then(() => review(id));
    expect(seen.planted).toMatchObject({ noticed: true });
    // Another reviewer meets another name, and may not release before a word on it.
    const second = await signIn('second@example.org');
    const met = reviewView.parse((await second.get(`/api/practices/${id}/review`).expect(200)).body);
    const [shown] = met.shown ?? [];
    const planted = met.findings.find(
      ({ text: found, end }) => end <= shown!.text.length && shown!.text.endsWith(`${found}.`) && !known.has(found),
    );
    expect(planted).toMatchObject({ tier: 'flag', path: 'summary', language: 'es' });
    expect(met).toMatchObject({ mayRelease: false, obstacles: [{ code: 'gate/flag-undecided' }], digest: seen.digest });
    await send(second, 'post', `/api/practices/${id}/release`, { digest: seen.digest }).expect(422);
    const letThrough = [{ key: planted!.key, decision: 'allow', reason: 'Nombre de un lugar.' }];
    const after = reviewView.parse((await send(second, 'put', `/api/practices/${id}/review`, { decisions: letThrough }).expect(200)).body);
    expect(after).toMatchObject({ planted: { noticed: false }, mayRelease: true, obstacles: [], digest: seen.digest });
    expect((await second.get('/api/review-attention').expect(200)).body).toMatchObject({ items: [{ met: 1, noticed: 0 }] });
    submit.mockClear();
    await send(second, 'post', `/api/practices/${id}/release`, { digest: seen.digest }).expect(200);
    expect(JSON.stringify(submit.mock.calls.map((call: unknown[]) => call[1]))).not.toContain(planted!.text.split(' ')[1]);
    expect(await app.get(DataSource).getRepository(AllowedWord).countBy({ practiceId: id })).toBe(0);
  });

  it('lets a word through that a reviewer let through elsewhere, until somebody hides it', async () => {
    const [one, two] = [await submitted(), await submitted()];
    const flagsOf = async (id: string) => (await review(id)).findings.filter(({ type }) => type === 'unknown');
    const [flag] = await flagsOf(one);
    const allow = [{ key: flag?.key, decision: 'allow', reason: 'Nombre de un río.' }];
    await send(publisher, 'put', `/api/practices/${one}/review`, { decisions: allow }).expect(200);
    expect(await flagsOf(two)).toEqual([]);
    expect(await flagsOf(one)).toEqual([expect.objectContaining({ decision: 'allow', reason: 'Nombre de un río.' })]);
    const kept = await app.get(DataSource).getRepository(AllowedWord).find();
    expect(kept).toEqual([expect.objectContaining({ word: 'gwarlon', reason: 'Nombre de un río.', practiceId: one })]);
    await send(publisher, 'put', `/api/practices/${one}/review`, { decisions: [{ key: flag?.key, decision: 'mask' }] }).expect(200);
    expect(await flagsOf(two)).toHaveLength(1);
  });

  it('shows the words that were let through, by whom, when and why, and forgets one on a reviewer’s word', async () => {
    const id = await submitted();
    const [flag] = (await review(id)).findings.filter(({ type }) => type === 'unknown');
    const decisions = [{ key: flag?.key, decision: 'allow', reason: 'Nombre de un río.' }];
    await send(publisher, 'put', `/api/practices/${id}/review`, { decisions }).expect(200);
    const found = async (query: string) => (await publisher.get(`/api/allowed-words${query}`).expect(200)).body.items;
    const kept = { word: 'gwarlon', reason: 'Nombre de un río.', practice: expect.objectContaining({ id, titleLanguage: 'es' }) };
    expect(await found('')).toEqual([expect.objectContaining({ ...kept, by: expect.objectContaining({ name: expect.any(String) }) })]);
    expect(await found('?q=GWAR')).toHaveLength(1);
    expect(await found('?q=RÍO')).toHaveLength(1);
    expect(await found('?q=elsewhere')).toEqual([]);
    expect(await found('?after=gwarlon')).toEqual([]);
    await author.get('/api/allowed-words').expect(403);
    await send(author, 'delete', '/api/allowed-words/gwarlon').expect(403);
    await send(publisher, 'delete', '/api/allowed-words/gwarlon').expect(204);
    await send(publisher, 'delete', '/api/allowed-words/gwarlon').expect(404);
    expect(await found('')).toEqual([]);
    const other = await submitted();
    expect((await review(other)).findings.filter(({ type }) => type === 'unknown')).toHaveLength(1);
  });

  it('is not released with the digest of another text, nor with an open flag', async () => {
    const id = await submitted();
    const undecided = await review(id);
    const open = await send(publisher, 'post', `/api/practices/${id}/release`, { digest: undecided.digest }).expect(422);
    expect(open.body).toMatchObject({
      code: 'practice/not-releasable',
      errors: ['anonymity', 'summary'].map((path) => ({ path, code: 'gate/flag-undecided' })),
    });
    await decided(id);
    const other = await send(publisher, 'post', `/api/practices/${id}/release`, { digest: 'A'.repeat(43) }).expect(409);
    expect(other.body).toMatchObject({ code: 'practice/review-outdated' });
  });

  it('loses its approval by any edit', async () => {
    const id = await submitted();
    const { digest } = await decided(id);
    await send(author, 'put', `/api/practices/${id}`, { record: { ...record, sdgs: [5] }, revision: 1 }).expect(200);
    const draft = await send(publisher, 'post', `/api/practices/${id}/release`, { digest }).expect(409);
    expect(draft.body).toMatchObject({ code: 'practice/step-not-open' });
    await send(author, 'post', `/api/practices/${id}/submission`).expect(200);
    const outdated = await send(publisher, 'post', `/api/practices/${id}/release`, { digest }).expect(409);
    expect(outdated.body).toMatchObject({ code: 'practice/review-outdated' });
  });

  it('keeps what takes two only when another reviewer says the same, and forgets that when the first thinks again', async () => {
    const second = await signIn('second@example.org');
    const names = { ...record, summary: [text('es', 'La lista la lleva la Sra. Zorka Blimfield desde 2021.')] };
    const { body } = await send(author, 'post', '/api/practices', { record: names }).expect(201);
    const { id } = body as { id: string };
    await send(author, 'post', `/api/practices/${id}/submission`).expect(200);
    const say = async (agent: Agent, decisions: object[]) =>
      reviewView.parse((await send(agent, 'put', `/api/practices/${id}/review`, { decisions }).expect(200)).body);
    const few = { key: 'anonymity', decision: 'allow', reason: 'Es un programa público.' };
    const one = await say(publisher, [few]);
    expect(one.findings).toContainEqual(expect.objectContaining({ key: 'anonymity', second: 'needed', mine: true }));
    expect(one.obstacles.map(({ code }) => code)).toEqual(['gate/second-person-needed']);
    await say(publisher, [few]);
    const seen = reviewView.parse((await second.get(`/api/practices/${id}/review`).expect(200)).body);
    expect(seen.findings.find(({ key }) => key === 'anonymity')).not.toHaveProperty('mine');
    const two = await say(second, [few]);
    expect(two).toMatchObject({ obstacles: [], mayRelease: true, report: { review: { confirmed: 1 }, actions: [] } });
    expect(new Set(two.report?.review.reviewers).size).toBe(2);
    const again = await say(publisher, [{ ...few, reason: 'Otra razón.' }]);
    expect(again.obstacles.map(({ code }) => code)).toEqual(['gate/second-person-needed']);
  });

  it('is compared with what its mechanism has released, and only with that', async () => {
    const kOf = async (theme: string): Promise<number | undefined> => {
      const { body } = await send(author, 'post', '/api/practices', { record: { ...record, themes: [theme] } }).expect(201);
      const { id } = body as { id: string };
      await send(author, 'post', `/api/practices/${id}/submission`).expect(200);
      const { digest, report } = await decided(id);
      await send(publisher, 'post', `/api/practices/${id}/release`, { digest }).expect(200);
      return report?.anonymity.k;
    };
    expect([await kOf('Agua'), await kOf('Agua'), await kOf('Vivienda'), await kOf('Agua')]).toEqual([1, 2, 1, 3]);
  });

  it('needs a second person', async () => {
    const added = await send(publisher, 'post', '/api/practices', { record }).expect(201);
    const { id } = added.body as { id: string };
    await send(publisher, 'post', `/api/practices/${id}/submission`).expect(200);
    const { digest } = await review(id);
    const released = await send(publisher, 'post', `/api/practices/${id}/release`, { digest }).expect(403);
    expect(released.body).toMatchObject({ code: 'practice/second-person-needed' });
    const judged = await send(publisher, 'put', `/api/practices/${id}/review`, { decisions: [] }).expect(403);
    expect(judged.body).toMatchObject({ code: 'practice/second-person-needed' });
  });

  it('stays as it was when the message cannot be written', async () => {
    const id = await submitted();
    const { digest } = await decided(id);
    submit.mockRejectedValueOnce(new Error('no room') as never);
    await send(publisher, 'post', `/api/practices/${id}/release`, { digest }).expect(500);
    const { body } = await publisher.get(`/api/practices/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'in-review' });
    expect(body).not.toHaveProperty('released');
  });
});

describe('a draft', () => {
  it('keeps what was typed and says at submission what is missing', async () => {
    const typed = { originalLanguage: 'es', country: 'PRY', contacts: [{ name: '', email: 'not yet' }], results: [{ after: 3 }] };
    const added = await send(author, 'post', '/api/practices', { record: typed }).expect(201);
    const { id, record: kept } = added.body as { id: string; record: object };
    expect(kept).toMatchObject({ contacts: [{ name: '', email: 'not yet' }], results: [{ after: 3 }] });
    const answer = await send(author, 'post', `/api/practices/${id}/submission`).expect(422);
    expect(answer.body).toMatchObject({ code: 'practice/incomplete' });
    const paths = (answer.body as { errors: { path: string }[] }).errors.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['title', 'summary', 'type', 'contacts.0.email', 'results.0.unit']));
  });

  it('is not overwritten by who loaded it earlier', async () => {
    const { body } = await send(author, 'post', '/api/practices', { record }).expect(201);
    const { id } = body as { id: string };
    await send(author, 'put', `/api/practices/${id}`, { record, revision: 1 }).expect(200);
    const late = await send(author, 'put', `/api/practices/${id}`, { record, revision: 1 }).expect(409);
    expect(late.body).toMatchObject({ code: 'practice/changed-meanwhile' });
  });

  it('is its author’s and the coordinators’', async () => {
    const other = await signIn('other@example.org');
    const { body } = await send(author, 'post', '/api/practices', { record }).expect(201);
    const refused = await send(other, 'put', `/api/practices/${(body as { id: string }).id}`, { record, revision: 1 }).expect(403);
    expect(refused.body).toMatchObject({ code: 'practice/not-yours' });
  });

  it('is listed, the last changed first, page by page', async () => {
    const first = await author.get('/api/practices?limit=3').expect(200);
    const page = first.body as { items: { id: string; updatedAt: string }[]; next: string; total: number };
    expect(page.items).toHaveLength(3);
    expect(page.total).toBeGreaterThan(3);
    const second = await author.get(`/api/practices?limit=3&after=${page.next}`).expect(200);
    const ids = [...page.items, ...(second.body as typeof page).items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await author.get('/api/practices?after=nonsense').expect(422);
  });

  it('goes back to its author with a reason', async () => {
    const id = await submitted();
    const { body } = await send(publisher, 'post', `/api/practices/${id}/return`, { reason: 'Falta el año.' }).expect(200);
    expect(body).toMatchObject({ state: 'draft', returnReason: 'Falta el año.' });
  });
});
