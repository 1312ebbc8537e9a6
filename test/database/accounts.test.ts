import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountAdded, AccountView } from '@nmirf/contracts/identity/account';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { bootTestServer } from './platform-server.js';

const PASSWORD = 'a long enough phrase';
let database: TestDatabase;
let app: NestExpressApplication;
let persons: PersonsService;

beforeAll(async () => {
  database = await freshDatabase('accounts');
  app = await bootTestServer(database.url, { variables: { TRUST_PROXY: '1' } });
  persons = app.get(PersonsService);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const server = () => request(app.getHttpServer());
let people = 0;
/** Failed sign-ins are counted by network as well: every person comes from another one. */
const address = (): string => `192.0.2.${String(people)}`;

type Method = 'get' | 'post' | 'put' | 'delete';
const as = (cookie: string, method: Method, path: string) =>
  server()[method](path).set('cookie', cookie).set('sec-fetch-site', 'same-origin').set('x-forwarded-for', address());
const signIn = (email: string, password = PASSWORD) =>
  server().post('/api/session').set('x-forwarded-for', address()).send({ email, password });

const somebody = async (role: string) => {
  const email = `person${String((people += 1))}@example.org`;
  const { id } = await persons.add({ email, name: 'Reporting office', language: 'pt', roles: [role], password: PASSWORD });
  const session = async (): Promise<string> => {
    const { headers } = await signIn(email).expect(200);
    return String((headers['set-cookie'] as unknown as string[])[0]).split(';')[0] ?? '';
  };
  return { id, email, session, cookie: await session() };
};
const actionsOn = async (id: string): Promise<string[]> => {
  const rows: { action: string }[] = await app.get(DataSource).query('select action from audit_entry where subject = $1 order by id', [id]);
  return rows.map(({ action }) => action);
};
const invite = async (cookie: string): Promise<AccountAdded & { readonly email: string }> => {
  const email = `Invited${String((people += 1))}@example.org`;
  const answer = await as(cookie, 'post', '/api/accounts').send({ email, name: 'Coordination office', language: 'ar', roles: ['reader'] });
  return { ...(answer.body as AccountAdded), email: email.toLowerCase() };
};
const choose = (token: string, password: string) => server().post('/api/password').send({ token, password });

describe('an administrator', () => {
  it('adds a person, who alone chooses the password, once', async () => {
    const { cookie } = await somebody('administrator');
    const { account, link, email } = await invite(cookie);
    expect(account).toMatchObject({ email, state: 'invited', roles: ['reader'], linkUntil: link.expiresAt });
    await signIn(email, '').expect(422);
    await choose(link.token, 'short').expect(422);
    await choose(link.token, PASSWORD).expect(204);
    await signIn(email).expect(200);
    const again = await choose(link.token, 'another long phrase').expect(404);
    expect(again.body.code).toBe('person/link-invalid');
    expect(await actionsOn(account.id)).toEqual(['person.added', 'person.password-set']);
  });

  it('keeps no usable link in the database, and a new one makes the old one void', async () => {
    const { cookie } = await somebody('administrator');
    const { account, link } = await invite(cookie);
    const rows = JSON.stringify(await app.get(DataSource).query("select encode(token_hash, 'escape') as hash, * from password_link"));
    expect(rows).not.toContain(link.token);
    const next = await as(cookie, 'post', `/api/accounts/${account.id}/link`).expect(200);
    await choose(link.token, PASSWORD).expect(404);
    await choose(String(next.body.token), PASSWORD).expect(204);
  });

  it('changes roles at once, and writes down which', async () => {
    const { cookie } = await somebody('administrator');
    const reader = await somebody('visitor');
    await as(reader.cookie, 'get', '/api/notes').expect(403);
    await as(cookie, 'put', `/api/accounts/${reader.id}/roles`)
      .send({ roles: ['reader'] })
      .expect(200);
    await as(reader.cookie, 'get', '/api/notes').expect(200);
    const trail = await as(cookie, 'get', '/api/audit?action=person.roles-changed').expect(200);
    expect(trail.body.items[0]).toMatchObject({ subject: reader.id, details: { roles: 'reader' } });
    const unknown = await as(cookie, 'put', `/api/accounts/${reader.id}/roles`)
      .send({ roles: ['emperor'] })
      .expect(422);
    expect(unknown.body.code).toBe('person/unknown-role');
  });

  it('locks an account, which ends its sessions and voids its link, and unlocks it', async () => {
    const { cookie } = await somebody('administrator');
    const reader = await somebody('reader');
    const { body } = await as(cookie, 'post', `/api/accounts/${reader.id}/link`).expect(200);
    const locked = await as(cookie, 'put', `/api/accounts/${reader.id}/lock`).expect(200);
    expect((locked.body as AccountView).state).toBe('locked');
    await as(reader.cookie, 'get', '/api/me').expect(401);
    await signIn(reader.email).expect(401);
    await choose(String(body.token), 'another long phrase').expect(404);
    await as(cookie, 'post', `/api/accounts/${reader.id}/link`).expect(409);
    await as(cookie, 'delete', `/api/accounts/${reader.id}/lock`).expect(200);
    await signIn(reader.email).expect(200);
    expect(await actionsOn(reader.id)).toEqual(['person.link-issued', 'person.disabled', 'person.enabled']);
  });

  it('cannot change their own account, and two cannot lock each other out', async () => {
    const [first, second] = [await somebody('administrator'), await somebody('administrator')];
    const own = await as(first.cookie, 'put', `/api/accounts/${first.id}/roles`)
      .send({ roles: ['reader'] })
      .expect(409);
    expect(own.body.code).toBe('person/not-yourself');
    const answers = await Promise.all([
      as(first.cookie, 'put', `/api/accounts/${second.id}/lock`),
      as(second.cookie, 'put', `/api/accounts/${first.id}/lock`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('reads accounts by pages, and finds some by words', async () => {
    const { cookie, email } = await somebody('administrator');
    const first = await as(cookie, 'get', '/api/accounts?limit=2').expect(200);
    const next = await as(cookie, 'get', `/api/accounts?limit=2&after=${String(first.body.next)}`).expect(200);
    const emails = [...first.body.items, ...next.body.items].map((account: AccountView) => account.email);
    expect(emails).toEqual([...new Set(emails)].sort());
    const found = await as(cookie, 'get', `/api/accounts?q=${email.toUpperCase()}`).expect(200);
    expect(found.body.items).toMatchObject([{ email, state: 'active', lastSeenAt: expect.any(String) }]);
    await as((await somebody('reader')).cookie, 'get', '/api/accounts').expect(403);
  });
});

describe('a person', () => {
  it('changes name and language', async () => {
    const { cookie } = await somebody('reader');
    await as(cookie, 'put', '/api/me').send({ name: 'Office of follow-up', language: 'es' }).expect(200);
    const me = await as(cookie, 'get', '/api/me').expect(200);
    expect(me.body).toMatchObject({ name: 'Office of follow-up', language: 'es', roles: ['reader'] });
    await as(cookie, 'put', '/api/me').send({ name: ' ', language: 'xx' }).expect(422);
  });

  it('changes the password with the current one, and is signed out everywhere else', async () => {
    const { cookie, email, session } = await somebody('reader');
    const other = await session();
    const wrong = await as(cookie, 'put', '/api/me/password').send({ current: 'not this', password: 'another long phrase' }).expect(422);
    expect(wrong.body.code).toBe('person/password-wrong');
    await as(cookie, 'put', '/api/me/password').send({ current: PASSWORD, password: 'another long phrase' }).expect(204);
    await as(cookie, 'get', '/api/me').expect(200);
    await as(other, 'get', '/api/me').expect(401);
    await signIn(email).expect(401);
    await signIn(email, 'another long phrase').expect(200);
  });

  it('cannot be guessed at from an open session', async () => {
    const { cookie } = await somebody('reader');
    for (let tries = 0; tries < 10; tries += 1) {
      await as(cookie, 'put', '/api/me/password').send({ current: 'a guess', password: 'another long phrase' }).expect(422);
    }
    await as(cookie, 'put', '/api/me/password').send({ current: PASSWORD, password: 'another long phrase' }).expect(429);
  });

  it('ends every other session at once', async () => {
    const { cookie, session } = await somebody('reader');
    const others = [await session(), await session()];
    await as(cookie, 'delete', '/api/sessions').expect(204);
    for (const other of others) await as(other, 'get', '/api/me').expect(401);
    const left = await as(cookie, 'get', '/api/sessions').expect(200);
    expect(left.body).toMatchObject([{ current: true }]);
  });
});
