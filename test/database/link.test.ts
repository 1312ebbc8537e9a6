import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Audit } from '@nmirf/platform/audit/audit';
import { dataSourceOptions } from '@nmirf/platform/database/data-source';
import { DataSource } from 'typeorm';
import { NODE_ENTITIES } from '../../apps/node/src/database/node-entities.js';
import { NODE_MIGRATIONS } from '../../apps/node/src/database/migrations/index.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';

let database: TestDatabase;
let db: DataSource;
let link: LinkFacade;

beforeAll(async () => {
  database = await freshDatabase('link');
  db = await new DataSource(dataSourceOptions({ url: database.url, entities: NODE_ENTITIES, migrations: NODE_MIGRATIONS })).initialize();
  await db.runMigrations();
  link = new LinkFacade(db, new Audit(db));
  await link.join('node:ma', 'http://127.0.0.1:1', 'A'.repeat(43));
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

it('tells whoever ends a pause that there was one, and nobody else', async () => {
  expect(await link.reached()).toBe(false);
  await link.failed(1);
  expect(await link.find()).toMatchObject({ failures: 1 });
  expect(await link.reached()).toBe(true);
  expect(await link.find()).toMatchObject({ failures: 0, nextTryAt: null });
  expect(await link.reached()).toBe(false);
});

it('counts as down after a human asked to try again, until the hub answers', async () => {
  await link.failed(1);
  await link.failed(1);
  await link.retry(randomUUID());
  expect(await link.find()).toMatchObject({ failures: 1, nextTryAt: null });
  expect(await link.reached()).toBe(true);
  expect(await link.find()).toMatchObject({ failures: 0 });
});
