import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import request from 'supertest';
import { webFiles } from './web-files.js';

const folder = mkdtempSync(path.join(tmpdir(), 'web-files-'));
let app: Express;

beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'));
  mkdirSync(path.join(folder, '.vite'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><html lang="en" dir="ltr"><head></head><body></body></html>');
  writeFileSync(path.join(folder, 'assets/app-1a2b.js'), 'let a = 1;');
  writeFileSync(path.join(folder, 'assets/app-1a2b.js.gz'), gzipSync('let a = 1;'));
  writeFileSync(path.join(folder, 'theme.js'), '1;');
  writeFileSync(
    path.join(folder, '.vite/manifest.json'),
    JSON.stringify({
      'x/ar/hub.json': { file: 'assets/hub-ar.js' },
      'ibm-plex-sans-arabic-arabic-400-normal.woff2': { file: 'assets/f.woff2' },
    }),
  );
  app = express().use(webFiles(folder));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a built client', () => {
  it('is sent compressed, and its hashed files may be kept for ever', async () => {
    const answer = await request(app).get('/assets/app-1a2b.js').set('accept-encoding', 'gzip');
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' });
    expect(answer.text).toBe('let a = 1;');
  });

  it('asks again for files whose name does not change', async () => {
    const answer = await request(app).get('/theme.js').set('accept-encoding', 'identity');
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/javascript; charset=utf-8' });
    expect(answer.headers).not.toHaveProperty('content-encoding');
  });

  it('shows its page below a language, in its direction, with what the language needs', async () => {
    const answer = await request(app).get('/ar/practices/1');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<html lang="ar" dir="rtl"');
    expect(answer.text).toContain('href="/assets/hub-ar.js"');
    expect(answer.text).toContain('as="font"');
  });

  it('leads from the root to the reader’s language', async () => {
    const answer = await request(app).get('/').set('accept-language', 'de, pt-BR;q=0.8, en;q=0.5');
    expect(answer.headers).toMatchObject({ location: '/pt' });
  });

  it.each(['/assets/gone.js', '/en/gone.js', '/api/practices', '/assets/../../../etc/passwd', '/.vite/manifest.json', '/index.html'])(
    'leaves %s to the routes',
    async (address) => {
      expect((await request(app).get(address)).status).toBe(404);
    },
  );

  it('leaves every address to the routes when there is no build', async () => {
    expect((await request(express().use(webFiles(path.join(folder, 'none')))).get('/en')).status).toBe(404);
  });
});
