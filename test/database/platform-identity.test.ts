import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
const lines: string[] = [];

beforeAll(async () => {
  database = await freshDatabase('platform_identity');
  app = await bootTestServer(database.url, { lines, variables: { TRUST_PROXY: '1' } });
  persons = app.get(PersonsService);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

let people = 0;
const somebody = async (roles: readonly string[] = ['reader']) => {
  const email = `office${(people += 1)}@example.org`;
  return { email, person: await persons.add({ email, name: 'Reporting office', language: 'pt', roles, password: PASSWORD }) };
};
const signIn = (email: string, password: string, address = '192.0.2.1') =>
  request(app.getHttpServer()).post('/api/session').set('x-forwarded-for', address).send({ email, password });
const cookieOf = ({ headers }: { headers: Record<string, unknown> }): string =>
  String((headers['set-cookie'] as unknown as string[])[0]).split(';')[0] ?? '';
const get = (path: string, cookie: string) => request(app.getHttpServer()).get(path).set('cookie', cookie);
const remove = (path: string, cookie: string) =>
  request(app.getHttpServer()).delete(path).set('cookie', cookie).set('sec-fetch-site', 'same-origin');

describe('the database of the platform', () => {
  it('has a migration for every entity', async () => {
    const drift = await app.get(DataSource).driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });
});

describe('signing in', () => {
  it('says who the person is and what they may do', async () => {
    const { email, person } = await somebody();
    const answer = await signIn(email.toUpperCase(), PASSWORD).expect(200);
    expect(answer.body).toEqual({ ...person, permissions: ['note:read'] });
    expect((answer.headers['set-cookie'] as unknown as string[])[0]).toMatch(
      /^nmirf-[0-9a-f]{8}=.*; Path=\/; .*HttpOnly; SameSite=Strict$/,
    );
    await get('/api/me', cookieOf(answer)).expect(200, answer.body);
    const notes = await get('/api/notes', cookieOf(answer)).expect(200);
    expect(notes.body).toEqual([{ title: 'abc' }]);
  });

  it('leaves no usable cookie in the database', async () => {
    const { email } = await somebody();
    const cookie = decodeURIComponent(cookieOf(await signIn(email, PASSWORD)));
    const secret = /s:([^.]+)\./.exec(cookie)?.[1] ?? 'none';
    const rows = JSON.stringify(await app.get(DataSource).query('select *, encode(id_hash, $1) as hex from person_session', ['escape']));
    expect(rows).not.toContain(secret);
  });

  it('gives a new session id, and refuses one that was planted', async () => {
    const { email } = await somebody();
    const first = cookieOf(await signIn(email, PASSWORD));
    const again = await signIn(email, PASSWORD).set('cookie', first).set('sec-fetch-site', 'same-origin').expect(200);
    expect(cookieOf(again)).not.toBe(first);
    await get('/api/me', first).expect(401);
    await get('/api/me', cookieOf(again)).expect(200);
  });

  it.each([
    ['a wrong password', 'wrong password'],
    ['an unknown account', undefined],
  ])('refuses %s in the same words', async (_, password) => {
    const { email } = await somebody();
    const answer = await (password === undefined ? signIn('nobody@example.org', PASSWORD) : signIn(email, password)).expect(401);
    expect(answer.body.code).toBe('session/wrong-credentials');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('takes as long for an account that does not exist', async () => {
    const { email } = await somebody();
    const time = async (address: string): Promise<number> => {
      const started = performance.now();
      await persons.verify(address, 'wrong password');
      return performance.now() - started;
    };
    await time('nobody@example.org');
    const [known, unknown] = [await time(email), await time('nobody@example.org')];
    // Argon2 takes many milliseconds, a look-up less than one: the order of magnitude is what tells.
    expect(unknown).toBeGreaterThan(known / 5);
  });

  it('makes an account wait after ten failures, and says how long', async () => {
    const { email } = await somebody();
    for (let index = 0; index < 10; index += 1) await signIn(email, 'wrong password', `198.51.100.${index}`).expect(401);
    const answer = await signIn(email, PASSWORD, '198.51.100.99').set('accept-language', 'fr').expect(429);
    expect(answer.body).toMatchObject({ code: 'session/too-many-attempts', retry: 'later', detail: expect.stringContaining('15') });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(880);
    await app.get(DataSource).query(`update sign_in_count set since = since - interval '16 minutes'`);
    await signIn(email, PASSWORD, '198.51.100.99').expect(200);
  });

  it('makes an address wait, its whole /64 of IPv6', async () => {
    for (let index = 0; index < 10; index += 1)
      await signIn(`nobody${index}@example.org`, 'wrong password', `2001:db8:1:2::${index + 1}`).expect(401);
    const { email } = await somebody();
    await signIn(email, PASSWORD, '2001:db8:1:2:ffff::1').expect(429);
    await signIn(email, PASSWORD, '2001:db8:1:3::1').expect(200);
  });

  it('counts attempts that come at once', async () => {
    const { email } = await somebody();
    const answers = await Promise.all(Array.from({ length: 15 }, (_, index) => signIn(email, 'wrong password', `203.0.113.${index}`)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('does not count successes', async () => {
    const { email } = await somebody();
    for (let index = 0; index < 12; index += 1) await signIn(email, PASSWORD, '192.0.2.77').expect(200);
  });
});

describe('sessions', () => {
  it('can be seen and ended by their person only', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const [here, there] = [cookieOf(await signIn(one.email, PASSWORD)), cookieOf(await signIn(one.email, PASSWORD))];
    const stranger = cookieOf(await signIn(other.email, PASSWORD));
    const { body: sessions } = await get('/api/sessions', here).expect(200);
    expect(sessions.map(({ current }: { current: boolean }) => current)).toEqual([false, true]);
    const path = `/api/sessions/${sessions[0].id}`;
    await remove(path, stranger).expect(404);
    await remove(path, here).expect(204);
    await get('/api/me', there).expect(401);
    await get('/api/me', here).expect(200);
  });

  it('end with signing out', async () => {
    const { email } = await somebody();
    const cookie = cookieOf(await signIn(email, PASSWORD));
    await remove('/api/session', cookie).expect(204);
    await get('/api/me', cookie).expect(401);
  });

  it.each(['setPassword', 'disable'] as const)('end with %s', async (change) => {
    const { email, person } = await somebody();
    const cookie = cookieOf(await signIn(email, PASSWORD));
    await (change === 'disable' ? persons.disable(person.id) : persons.setPassword(person.id, 'another long phrase'));
    await get('/api/me', cookie).expect(401);
    await signIn(email, PASSWORD).expect(401);
  });

  it('end after 12 hours without a request and after 7 days', async () => {
    const { email, person } = await somebody();
    for (const change of [`last_seen_at = now() - interval '13 hours'`, `expires_at = now() - interval '1 second'`]) {
      const cookie = cookieOf(await signIn(email, PASSWORD));
      await get('/api/me', cookie).expect(200);
      await app.get(DataSource).query(`update person_session set ${change} where person_id = $1`, [person.id]);
      await get('/api/me', cookie).expect(401);
    }
  });

  it('note when they were used last, at most once a minute', async () => {
    const { email, person } = await somebody();
    const cookie = cookieOf(await signIn(email, PASSWORD));
    const seen = async (): Promise<number> => {
      const [row] = await app.get(DataSource).query('select last_seen_at from person_session where person_id = $1', [person.id]);
      return row.last_seen_at.getTime();
    };
    const before = await seen();
    await get('/api/me', cookie).expect(200);
    expect(await seen()).toBe(before);
    await app
      .get(DataSource)
      .query(`update person_session set last_seen_at = now() - interval '2 minutes' where person_id = $1`, [person.id]);
    await get('/api/me', cookie).expect(200);
    expect(await seen()).toBeGreaterThanOrEqual(before);
  });

  it('keep a permission they lost no longer than a request', async () => {
    const { email, person } = await somebody();
    const cookie = cookieOf(await signIn(email, PASSWORD));
    await get('/api/notes', cookie).expect(200);
    await persons.setRoles(person.id, ['visitor']);
    const { body } = await get('/api/notes', cookie).expect(403);
    expect(body.code).toBe('access/denied');
  });
});

describe('accounts', () => {
  it.each([
    ['an address that has one', { email: 'twice@example.org' }, 'person/email-taken'],
    ['an unknown role', { roles: ['constructor'] }, 'person/unknown-role'],
    ['a short password', { password: 'short' }, 'person/password-too-short'],
  ])('are refused for %s', async (_, wrong, code) => {
    const right = { name: 'Office', language: 'en' as const, roles: [], password: PASSWORD };
    await persons.add({ ...right, email: 'Twice@example.org' }).catch(() => undefined);
    await expect(persons.add({ ...right, email: 'fresh@example.org', ...wrong })).rejects.toMatchObject({ code });
  });

  it('never show in the log', () => {
    expect(lines.join('')).not.toMatch(/example\.org|198\.51\.100/);
  });
});
