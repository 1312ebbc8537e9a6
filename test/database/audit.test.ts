import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccessModule } from '@nmirf/platform/access/access.module';
import { Audit } from '@nmirf/platform/audit/audit';
import { DatabaseModule } from '@nmirf/platform/database/database.module';
import { PLATFORM_MIGRATIONS } from '@nmirf/platform/database/migrations/index';
import { PLATFORM_ENTITIES } from '@nmirf/platform/database/platform-entities';
import { EventsModule } from '@nmirf/platform/events/events.module';
import { HealthModule } from '@nmirf/platform/health/health.module';
import { createApplication } from '@nmirf/platform/http/application';
import { IdentityModule } from '@nmirf/platform/identity/identity.module';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { QueueModule } from '@nmirf/platform/queue/queue.module';
import { type DynamicModule, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { testEnvironment } from './platform-server.js';

@Module({})
class ServerWithAccounts {
  static of(url: string): DynamicModule {
    const { REDIS_URL: redisUrl, PUBLIC_URL: publicUrl, SESSION_SECRET: sessionSecret } = testEnvironment(url);
    return {
      module: ServerWithAccounts,
      imports: [
        DatabaseModule.forRoot({ url, entities: PLATFORM_ENTITIES, migrations: PLATFORM_MIGRATIONS }),
        QueueModule.forRoot({ databaseUrl: url, redisUrl, worker: false }),
        AccessModule.forRoot({ roles: { auditor: ['audit:read'], reader: [] } }),
        IdentityModule.forRoot({ publicUrl, sessionSecret }),
        EventsModule,
        HealthModule,
      ],
    };
  }
}

const password = 'a long enough password for tests';
let database: TestDatabase;
let app: NestExpressApplication;
let auditor: ReturnType<typeof request.agent>;

const signIn = (agent: typeof auditor, email: string, secret = password) =>
  agent.post('/api/session').set('sec-fetch-site', 'same-origin').send({ email, password: secret });

beforeAll(async () => {
  database = await freshDatabase('audit');
  app = await createApplication(ServerWithAccounts.of(database.url), { environment: testEnvironment(database.url), name: 'test' });
  const persons = app.get(PersonsService);
  for (const role of ['auditor', 'reader'])
    await persons.add({ email: `${role}@example.org`, name: `The ${role}`, language: 'en', roles: [role], password });
  auditor = request.agent(app.getHttpServer());
  await signIn(auditor, 'auditor@example.org').expect(200);
}, 60_000);

afterAll(async () => {
  await app.close();
  await database.drop();
});

it('notes who signed in, and that somebody could not', async () => {
  await signIn(request.agent(app.getHttpServer()), 'auditor@example.org', 'not the right password').expect(401);
  const { body } = await auditor.get('/api/audit').expect(200);
  expect(body.items).toMatchObject([{ action: 'session.refused' }, { action: 'session.started', by: { name: 'The auditor' } }]);
  expect(body.items[0].by).toBeUndefined();
  expect(JSON.stringify(body)).not.toContain('example.org');
});

it('gives the newest first, page by page, by action and by person', async () => {
  const [audit, db] = [app.get(Audit), app.get(DataSource)];
  const subjects = Array.from({ length: 5 }, (_, i) => `invitation ${i}`);
  for (const subject of subjects) await audit.note(db.manager, { action: 'invitation.prepared', subject, details: { node: 'node:py' } });
  const seen: string[] = [];
  let after = '';
  do {
    const { body } = await auditor.get(`/api/audit?action=invitation.prepared&limit=2${after}`).expect(200);
    seen.push(...body.items.map(({ subject }: { subject: string }) => subject));
    after = body.next ? `&after=${body.next}` : '';
  } while (after);
  expect(seen).toEqual(subjects.reverse());
  const { body } = await auditor.get(`/api/audit?person=${randomUUID()}`).expect(200);
  expect(body.items).toEqual([]);
});

it('gives what was noted between two days, both included', async () => {
  const db = app.get(DataSource);
  for (const day of ['2025-03-30', '2025-03-31', '2025-04-01'])
    for (const time of ['00:00:30', '23:59:30'])
      await db.query(
        `insert into audit_entry (id, at, action, subject) values (uuidv7($1::timestamptz - clock_timestamp()), $1, 'queue.retried', $2)`,
        [`${day}T${time}Z`, `${day} ${time}`],
      );
  const between = async (days: string): Promise<readonly string[]> =>
    (await auditor.get(`/api/audit?action=queue.retried&${days}`).expect(200)).body.items.map(({ at }: { readonly at: string }) =>
      at.slice(0, 13),
    );
  expect(await between('from=2025-03-31&to=2025-03-31')).toEqual(['2025-03-31T23', '2025-03-31T00']);
  expect(await between('to=2025-03-30')).toEqual(['2025-03-30T23', '2025-03-30T00']);
  expect((await between('from=2025-04-01')).slice(-2)).toEqual(['2025-04-01T23', '2025-04-01T00']);
  expect(await between('from=0001-01-01&to=0202-01-01')).toEqual([]);
  await auditor.get('/api/audit?from=31.03.2025').expect(422);
});

it('is read by those who may, and asked in a form that fits', async () => {
  const reader = request.agent(app.getHttpServer());
  await reader.get('/api/audit').expect(401);
  await signIn(reader, 'reader@example.org').expect(200);
  await reader.get('/api/audit').expect(403);
  await auditor.get('/api/audit?after=nonsense').expect(422);
  await auditor.get('/api/audit?action=nonsense').expect(422);
});

it('loses nothing: a change that fails leaves no line, and no line is changed', async () => {
  const db = app.get(DataSource);
  const failing = db.transaction(async (tx) => {
    await app.get(Audit).note(tx, { action: 'queue.retried', subject: 'undone' });
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  expect(await db.query(`select id from audit_entry where subject = 'undone'`)).toEqual([]);
  for (const change of ['update audit_entry set subject = null', 'delete from audit_entry', 'truncate audit_entry'])
    await expect(db.query(change)).rejects.toThrow('The audit trail is only added to');
});
