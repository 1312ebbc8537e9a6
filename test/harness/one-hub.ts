import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { NodeId } from '@nmirf/contracts/network/names';
import { signerOf } from '@nmirf/federation/keys';
import { KeyFiles } from '@nmirf/replica/keys/key-files';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { createHub } from '../../apps/hub/src/hub.js';
import { hubEnvironment } from '../../apps/hub/src/hub.environment.js';
import { FoundingService } from '../../apps/hub/src/network/sequencer/founding.service.js';
import { foundingFileOf } from '../../apps/node/src/founding.js';
import { freePort } from '../../scripts/steps/free-port.mjs';
import { PlainMember } from './plain-member.js';
import { freshDatabase, type TestDatabase } from './postgres.js';
import { type ServedHub, serveHub } from './served-hub.js';
import { eventually } from './waiting.js';

/** Tests say more in a minute than a mechanism in a month. */
const UNLIMITED = { POSTS_A_MINUTE: '100000', MESSAGES_A_MINUTE: '1000000' };
const TOKEN = 'only for tests only';

const mechanismOf = (country: string): Mechanism => ({
  ...{ country, region: 'africa', kind: 'interministerial', languages: ['fr'] },
  names: [{ language: 'fr', value: `Mécanisme ${country}` }],
});

const FOUNDERS = [
  ['node:ma', 'MAR'],
  ['node:pt', 'PRT'],
] as const;

const HOLDINGS = `
      select (select size from log_state) as size, (select encode(frontier, 'hex') from log_state) as frontier,
             (select count(*) from log_entry) as entries, (select count(*) from fork_evidence) as forks,
             (select json_agg(head order by source) from source_head head)::text as heads, (select count(*) from replica_practice) as practices, (select position from projection_state) as shown`;

/** A real hub (`serveHub`), whose founding members have keys and no servers. Any one of them decides alone, unless it is started otherwise. */
export class OneHub {
  private readonly databases: TestDatabase[] = [];
  private readonly running: { close(): Promise<void> }[] = [];
  private served!: ServedHub;
  private environment: Record<string, string> = {};
  folder = '';
  url = '';
  network = '';
  receiptKey!: { readonly x: string };

  get app(): NestExpressApplication {
    return this.served.app;
  }

  get database(): string {
    return this.environment['DATABASE_URL']!;
  }

  /** How many processes answer at its address. */
  get processes(): number {
    return this.served.serving.length;
  }

  /** `needed`: how many of its two founders must agree. */
  async start(needed = 1): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'nmirf-one-hub-'));
    const environment = await this.surroundings('hub');
    this.url = environment['PUBLIC_URL']!;
    this.served = await this.serve(environment);
    const founders = await Promise.all(FOUNDERS.map(([id, country]) => foundingFileOf(id, mechanismOf(country), this.keys(id))));
    const thresholds = { admit: needed, suspend: needed, revoke: needed, committee: needed };
    this.network = await this.app.get(FoundingService, { strict: false }).found({ name: 'A network', url: this.url, founders, thresholds });
    this.receiptKey = (await new KeyFiles(environment['KEYS_DIR']!).read('receipt')).publicKey;
    this.environment = environment;
  }

  /** Another process's worth of the same hub: same database and public address, its own port. Answers where it listens. */
  async second(): Promise<string> {
    const PORT = String(await freePort());
    const app = await createHub(hubEnvironment.parse({ ...this.environment, ROLE: 'main' }));
    this.running.push(app);
    await app.listen(PORT, '127.0.0.1');
    return `http://127.0.0.1:${PORT}`;
  }

  /** Another server, with keys, a database and an address of its own, that listens when it is told to. */
  async successor(name: string): Promise<{ readonly app: NestExpressApplication; readonly url: string; listen(): Promise<unknown> }> {
    const environment = await this.surroundings(name);
    const app = await createHub(hubEnvironment.parse(environment));
    this.running.push(app);
    return { app, url: environment['PUBLIC_URL']!, listen: () => app.listen(environment['PORT']!, '127.0.0.1') };
  }

  /** The hub's process ends; `again` starts it, in other surroundings where they have changed: a backup put back, another address. */
  async end(): Promise<string> {
    await this.served.close();
    this.running.splice(this.running.indexOf(this.served), 1);
    return this.environment['DATABASE_URL']!;
  }

  async again(changes: Readonly<Record<string, string>> = {}): Promise<void> {
    this.environment = { ...this.environment, ...changes };
    this.url = this.environment['PUBLIC_URL']!;
    this.served = await this.serve(this.environment);
  }

  async stop(): Promise<void> {
    for (const one of this.running.reverse()) await one.close();
    for (const database of this.databases) await database.drop();
    await rm(this.folder, { recursive: true });
  }

  /** A member, or whoever signs with another of its keys. */
  async member(id: NodeId, use: 'msg' | 'rec' = 'msg'): Promise<PlainMember> {
    return new PlainMember(id, signerOf(id, await new KeyFiles(this.keys(id)).read(use)), this.url);
  }

  query<Row>(statement: string): Promise<Row[]> {
    return this.app.get(DataSource).query(statement);
  }

  /** What the hub holds, once everything in its log is shown: nothing of it changes when something is refused. */
  holdings(): Promise<unknown> {
    return eventually(async () => {
      const [row] = await this.query<{ size: string; shown: string }>(HOLDINGS);
      return row!.size === row!.shown ? row : undefined;
    });
  }

  /** How often the hub has counted this problem, as Prometheus would read it. */
  async counted(code: string): Promise<number> {
    const figures = this.served.serving.map(async (url) =>
      (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text(),
    );
    const lines = (await Promise.all(figures))
      .join('\n')
      .split('\n')
      .filter((line) => /^nmirf_(?:problems|messages)_total/.test(line) && line.includes(`code="${code}"`));
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  /** The environment of one more server of this network. */
  async surroundings(name: string): Promise<Record<string, string>> {
    const database = await freshDatabase(name);
    this.databases.push(database);
    const PORT = String(await freePort());
    const redis = process.env['REDIS_URL'];
    return {
      ...{ PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}`, DATABASE_URL: database.url, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
      ...{
        SESSION_SECRET: randomUUID() + randomUUID(),
        KEYS_DIR: this.keys(name),
        FILES_DIR: `${this.keys(name)}-files`,
        METRICS_TOKEN: TOKEN,
      },
      ...UNLIMITED,
      FILES_QUOTA_MIB: '50',
      ...(redis !== undefined && { REDIS_URL: redis }),
    };
  }

  private async serve(environment: Record<string, string>): Promise<ServedHub> {
    const served = await serveHub(environment);
    this.running.push(served);
    return served;
  }

  private keys(name: string): string {
    return join(this.folder, name.replace(':', '-'));
  }
}
