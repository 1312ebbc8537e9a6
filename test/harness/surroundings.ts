import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/steps/free-port.mjs';
import { freshDatabase, type TestDatabase } from './postgres.js';

/** What the servers of a test are told: a database and a port for each, and a folder for all keys. */
export class Surroundings {
  private readonly databases: TestDatabase[] = [];

  private constructor(readonly folder: string) {}

  static async make(name: string): Promise<Surroundings> {
    return new Surroundings(await mkdtemp(join(tmpdir(), `nmirf-${name}-`)));
  }

  /** The environment of one more server. */
  async of(name: string): Promise<Record<string, string>> {
    const database = await freshDatabase(name);
    this.databases.push(database);
    const PORT = String(await freePort());
    const redis = process.env['REDIS_URL'];
    return {
      ...{ PORT, HOST: '127.0.0.1', PUBLIC_URL: `http://127.0.0.1:${PORT}`, DATABASE_URL: database.url, LOG_LEVEL: 'silent' },
      ...{ NODE_ENV: 'test', SESSION_SECRET: randomUUID() + randomUUID(), KEYS_DIR: this.keys(name), FILES_DIR: this.files(name) },
      // Tests say more in a minute than a mechanism in a month.
      ...{ POSTS_A_MINUTE: '100000', MESSAGES_A_MINUTE: '1000000' },
      // What a test decides at the gate is what it has written itself.
      PLANT_NAME_IN_ONE_OF: '0',
      ...(redis !== undefined && { REDIS_URL: redis }),
    };
  }

  /** Where a server keeps its keys. */
  keys(name: string): string {
    return join(this.folder, name);
  }

  /** Where a server keeps its files. */
  files(name: string): string {
    return join(this.folder, `${name}-files`);
  }

  /** When no server runs any more. */
  async end(): Promise<void> {
    for (const database of this.databases) await database.drop();
    await rm(this.folder, { recursive: true });
  }
}
