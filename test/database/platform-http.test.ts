import 'reflect-metadata';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessModule } from '@nmirf/platform/access/access.module';
import { createApplication } from '@nmirf/platform/http/application';
import { describe as describeApi } from '@nmirf/platform/http/openapi';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import request from 'supertest';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { bootTestServer, testEnvironment } from './platform-server.js';

let database: TestDatabase;
let app: NestExpressApplication;
let folder: string;
const lines: string[] = [];
const http = () => request(app.getHttpServer());

beforeAll(async () => {
  database = await freshDatabase('platform_http');
  folder = await mkdtemp(join(tmpdir(), 'nmirf-client-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><html lang="en" dir="ltr"><head><title>Client</title></head></html>');
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'plain');
  await writeFile(join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync('brotli'));
  await mkdir(join(folder, '.vite'));
  await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify({ 'src/ar/hub.json': { file: 'assets/hub-ar.js' } }));
  await writeFile(join(folder, 'icon.svg'), '<svg/>');
  app = await bootTestServer(database.url, { lines, clientFolder: folder });
});
afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('a problem', () => {
  it.each([
    ['ar', 'هناك ما يحتاج إلى تصحيح', 'الحد الأدنى لعدد الأحرف: 3.'],
    ['en', 'Something needs correcting', 'Minimum number of characters: 3.'],
    ['fr', 'Des corrections sont nécessaires', 'Nombre minimal de caractères\u00a0: 3.'],
    ['es', 'Hay algo que corregir', 'Número mínimo de caracteres: 3.'],
    ['pt', 'É necessário corrigir algo', 'Número mínimo de caracteres: 3.'],
  ])('is told in %s', async (language, title, detail) => {
    const answer = await http().post('/api/notes').set('accept-language', `${language}, en;q=0.5`).send({ title: 'a' }).expect(422);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language });
    expect(answer.body).toMatchObject({ type: 'urn:nmirf:problem:request/invalid', code: 'request/invalid', status: 422, title });
    expect(answer.body.errors).toEqual([{ path: 'title', code: 'field/too-short', detail }]);
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
  });

  it.each([
    [{}, 'title', 'field/required'],
    [{ title: 5 }, 'title', 'field/wrong-type'],
    [{ title: 'abcdef' }, 'title', 'field/too-long'],
    [{ title: 'abc', tags: ['a', 'b'] }, 'tags', 'field/too-many'],
    [{ title: 'abc', tags: [1] }, 'tags.0', 'field/wrong-type'],
    [{ title: 'abc', mail: 'office' }, 'mail', 'field/not-an-email'],
  ])('names the fault in %j', async (body, path, code) => {
    const { body: problem } = await http().post('/api/notes').send(body).expect(422);
    expect(problem.errors).toEqual([expect.objectContaining({ path, code })]);
  });

  it.each([
    ['broken JSON', () => http().post('/api/notes').type('json').send('{"title":'), 400, 'request/malformed'],
    [
      'a body over 1 MiB',
      () =>
        http()
          .post('/api/notes')
          .send({ title: 'x'.repeat(1_100_000) }),
      413,
      'request/too-large',
    ],
    [
      'a compressed body',
      () => http().post('/api/notes').type('json').set('content-encoding', 'gzip').send('{}'),
      415,
      'request/media-type',
    ],
    ['an unknown path', () => http().get('/api/nothing'), 404, 'request/not-found'],
    ['a path that is no path', () => http().get('/api/notes/%E0%A4%A'), 400, 'request/malformed'],
    ['an id that is none', () => http().get('/api/notes/17'), 404, 'request/not-found'],
    ['a method the path has not', () => http().put('/api/notes'), 405, 'request/method-not-allowed'],
    ['somebody unknown', () => http().get('/api/notes'), 401, 'access/sign-in-needed'],
  ])('answers %s', async (_, send, status, code) => {
    const { body } = await send().expect(status);
    expect(body).toMatchObject({ code, status, title: expect.stringMatching(/ /) });
  });

  it('says which methods a path has', async () => {
    const { headers } = await http().put('/api/notes').expect(405);
    expect(headers['allow']).toBe('GET, HEAD, POST');
  });

  it('says nothing of a bug but the number of the request, and logs it', async () => {
    const { body } = await http().get('/api/notes/9b2f6c1e-6d0e-4c5b-9d55-3c1f6c4d7a10').expect(500);
    expect(body).toMatchObject({ code: 'server/failed', requestId: expect.any(String) });
    expect(JSON.stringify(body)).not.toContain('example.org');
    expect(lines.some((line) => line.includes(body.requestId) && line.includes('A request failed'))).toBe(true);
    expect(lines.join('')).not.toContain('9b2f6c1e');
  });
});

describe('a request that changes something', () => {
  const send = (headers: Record<string, string>) => http().post('/api/notes').set(headers).send({ title: 'abc' });

  it.each([
    ['from our page', { cookie: 'a=b', 'sec-fetch-site': 'same-origin' }, 200],
    ['typed by a person', { cookie: 'a=b', 'sec-fetch-site': 'none' }, 200],
    ['from an old browser on our page', { cookie: 'a=b', origin: 'http://127.0.0.1' }, 200],
    ['without a cookie', {}, 200],
    ['from another site', { cookie: 'a=b', 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1' }, 403],
    ['from a neighbouring site', { cookie: 'a=b', 'sec-fetch-site': 'same-site' }, 403],
    ['from an old browser elsewhere', { cookie: 'a=b', origin: 'https://elsewhere.example' }, 403],
    ['that does not say where from', { cookie: 'a=b' }, 403],
  ])('%s is answered', async (_, headers, status) => {
    const { body } = await send(headers as Record<string, string>).expect(status);
    if (status === 403) expect(body.code).toBe('request/cross-site');
  });
});

describe('every answer', () => {
  it('allows nothing but our own files', async () => {
    const { headers } = await http().get('/health/live').expect(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';script-src 'self';style-src 'self'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('does not take a request id from strangers', async () => {
    const { headers } = await http().get('/health/live').set('x-request-id', 'chosen-by-them');
    expect(headers['x-request-id']).not.toBe('chosen-by-them');
  });
});

describe('raw bodies', () => {
  const raw = (bytes: number) => http().post('/api/raw').type('application/vnd.nmirf.jws-lines').send(Buffer.alloc(bytes, 'a'));

  it('arrive as bytes', async () => expect((await raw(2_000_000).expect(200)).body).toEqual({ buffer: true, bytes: 2_000_000 }));
  it('have their own limit', async () => expect((await raw(4_300_000).expect(413)).body.code).toBe('request/too-large'));
});

describe('the addresses of operations', () => {
  it('say whether the server lives and is ready', async () => {
    await http().get('/health/live').expect(200, { status: 'ok' });
    await http().get('/health/ready').expect(200, { status: 'ok' });
  });

  it('give figures to whoever has the token', async () => {
    await http().get('/metrics').expect(403);
    const { text } = await http().get('/metrics').set('authorization', 'Bearer only for tests only').expect(200);
    expect(text).toMatch(/nmirf_request_seconds_count\{method="GET",status="200"\} \d+/);
  });
});

describe('the client', () => {
  it.each(['/ar', '/pt/practices/1'])('has its page at %s', async (path) => {
    const { headers, text } = await http().get(path).expect(200);
    expect(text).toContain('Client');
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
  });

  it('turns the page to the language it is asked in, with what that needs', async () => {
    const { text } = await http().get('/ar/practices/1').expect(200);
    expect(text).toContain('<html lang="ar" dir="rtl"');
    expect(text).toContain('<link rel="modulepreload" fetchpriority="low" href="/assets/hub-ar.js">');
  });

  it('leads from the root to the reader’s language', async () => {
    const { headers } = await http().get('/').set('accept-language', 'de, pt-BR;q=0.8, en;q=0.5').expect(302);
    expect(headers['location']).toBe('/pt');
  });

  it('comes compressed to whoever can read it', async () => {
    const compressed = await http().get('/assets/app-1a2b.js').set('accept-encoding', 'br').expect(200);
    expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable' });
    expect(compressed.headers['content-type']).toMatch(/javascript/);
    const plain = await http().get('/assets/app-1a2b.js').set('accept-encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it.each([
    '/assets/gone.js',
    '/xx/page',
    '/../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/icon.png',
    '/.vite/manifest.json',
    '/index.html',
    '/en/gone.js',
  ])('has nothing at %s', async (path) => {
    const { body } = await http().get(path).expect(404);
    expect(body.code).toBe('request/not-found');
  });
});

describe('the description of the API', () => {
  it('is the same at every call, and every route names its problems', () => {
    const description = describeApi(app, { title: 'Test', version: '1' });
    expect(JSON.stringify(describeApi(app, { title: 'Test', version: '1' }))).toBe(JSON.stringify(description));
    expect(Object.keys(description.components?.schemas ?? {})).toEqual(
      expect.arrayContaining(['Health', 'Note', 'Person', 'Problem', 'Session', 'SignIn']),
    );
    expect(description.paths['/api/notes']?.post?.responses).toMatchObject({
      200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } } },
      default: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    });
    expect(description.paths['/api/notes']?.get?.responses['200']).toMatchObject({
      content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Note' } } } },
    });
  });

  it('has a viewer with a policy of its own', async () => {
    await http().get('/api/docs').expect(301);
    const page = await http().get('/api/docs/').expect(200);
    expect(page.text).toContain('swagger-ui');
    expect(page.headers['content-security-policy']).toContain("script-src 'self';style-src 'self' 'unsafe-inline'");
    await http().get('/api/docs/swagger-ui-bundle.js').expect(200);
    expect((await http().get('/api/docs/openapi.json').expect(200)).body.info.title).toBe('Test');
  });
});

describe('a server', () => {
  @Controller()
  class Open {
    @Get('hello')
    hello(): string {
      return 'hello';
    }
  }

  it('refuses to start with an undecided route', async () => {
    @Module({ imports: [AccessModule.forRoot({ roles: {} })], controllers: [Open] })
    class Undecided {}
    await expect(createApplication(Undecided, { environment: testEnvironment(database.url), name: 'test' })).rejects.toThrow(
      'Say who may call: Open.hello',
    );
  });

  it('refuses to start without a guard', async () => {
    @Module({ controllers: [Open] })
    class Unguarded {}
    await expect(createApplication(Unguarded, { environment: testEnvironment(database.url), name: 'test' })).rejects.toThrow('AccessGuard');
  });

  it('lives beside another in one process, and closes at once with a connection kept open', async () => {
    const other = await bootTestServer(database.url, { variables: { PUBLIC_URL: 'https://node.example' } });
    await other.listen(0, '127.0.0.1');
    const url = await other.getUrl();
    const answer = await fetch(`${url}/health/live`);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=63072000');
    await other.get(PersonsService).add({ email: 'a@example.org', name: 'A', language: 'en', roles: [], password: 'a long enough phrase' });
    const headers = { 'content-type': 'application/json', 'x-forwarded-proto': 'https' };
    const signedIn = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email: 'a@example.org', password: 'a long enough phrase' }),
    });
    expect(signedIn.headers.get('set-cookie')).toMatch(/^__Host-nmirf-[0-9a-f]{8}=.*; Secure;/);
    const started = performance.now();
    await other.close();
    expect(performance.now() - started).toBeLessThan(2_500);
    await http().get('/health/ready').expect(200);
  });
});
