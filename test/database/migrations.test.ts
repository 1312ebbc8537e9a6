import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { dataSourceOptions } from '@nmirf/platform/database/data-source';
import { migrate } from '@nmirf/platform/database/migrate';
import { DataSource } from 'typeorm';
import { HUB_ENTITIES } from '../../apps/hub/src/database/hub-entities.js';
import { HUB_MIGRATIONS } from '../../apps/hub/src/database/migrations/index.js';
import { NODE_MIGRATIONS } from '../../apps/node/src/database/migrations/index.js';
import { NODE_ENTITIES } from '../../apps/node/src/database/node-entities.js';
import { freshDatabase } from '../harness/postgres.js';

describe.each([
  ['hub', HUB_ENTITIES, HUB_MIGRATIONS],
  ['node', NODE_ENTITIES, NODE_MIGRATIONS],
])('the database of the %s', (name, entities, migrations) => {
  it('is what its entities say, and every step can be taken back', async () => {
    const database = await freshDatabase(`migrations_${name}`);
    const db = await new DataSource(dataSourceOptions({ url: database.url, entities, migrations })).initialize();
    try {
      await migrate(db);
      const { upQueries } = await db.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
      for (let steps = migrations.length; steps > 0; steps--) await db.undoLastMigration();
      const tables: unknown[] = await db.query(`select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations'`);
      expect(tables).toEqual([]);
    } finally {
      await db.destroy();
      await database.drop();
    }
  });

  it('is built in the order of time', () => {
    const times = migrations.map((migration) => Number(/\d{13}$/.exec(migration.name)?.[0]));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });
});
