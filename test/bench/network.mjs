// @ts-check
import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createHub } from '../../apps/hub/dist/hub.js';
import { hubEnvironment } from '../../apps/hub/dist/hub.environment.js';
import { FoundingService } from '../../apps/hub/dist/network/sequencer/founding.service.js';
import { LinkFacade } from '../../apps/node/dist/foundation/link/link.facade.js';
import { foundingFileOf } from '../../apps/node/dist/founding.js';
import { OutgoingFacade } from '../../apps/node/dist/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/dist/node.js';
import { nodeEnvironment } from '../../apps/node/dist/node.environment.js';
import { expectedPlace } from '../../libs/federation/dist/chain.js';
import { uuidv7 } from '../../libs/federation/dist/ids.js';
import { signerOf } from '../../libs/federation/dist/keys.js';
import { seal } from '../../libs/federation/dist/message.js';
import { PersonsService } from '../../libs/platform/dist/identity/persons.service.js';
import { KeyFiles } from '../../libs/replica/dist/keys/key-files.js';
import { makeDatabases, startPostgres } from '../../scripts/steps/postgres.mjs';
import { practice } from './practices.mjs';
import { freePort } from '../../scripts/steps/free-port.mjs';
import { Server } from './processes.mjs';

const NODES = /** @type {const} */ (['node:aa', 'node:bb']);
const PASSWORD = 'a long enough password';
const ROWS = 1_000;

/** A hub and two nodes over one durable PostgreSQL, founded and not yet running. */
export class Network {
  folder = mkdtempSync(join(tmpdir(), 'nmirf-bench-'));
  /** @type {{ stop(): Promise<void> }} */ postgres = /** @type {any} */ (undefined);
  databasePort = 0;
  /** @type {Server} */ hub = /** @type {any} */ (undefined);
  /** @type {Server[]} */ nodes = [];
  cookie = '';
  /** @type {import('../../libs/contracts/dist/network/envelope.js').ChainHead | undefined} Where the first node's chain ends. */ end;

  async found() {
    this.databasePort = await freePort();
    this.postgres = await startPostgres(this.folder, this.databasePort);
    await makeDatabases(this.databasePort, ['hub', 'aa', 'bb']);
    this.hub = new Server('hub', await this.surroundings('hub'));
    this.nodes = await Promise.all(NODES.map(async (id) => new Server('node', { ...(await this.surroundings(id.slice(5))), NODE_ID: id })));
    /** @type {Omit<Parameters<typeof foundingFileOf>[1], 'names'>} */
    const mechanism = { country: 'MAR', region: 'africa', kind: 'interministerial', languages: ['fr'] };
    const founders = await Promise.all(
      NODES.map((id) => foundingFileOf(id, { ...mechanism, names: [{ language: 'fr', value: id }] }, this.keys(id.slice(5)))),
    );
    const hub = await createHub(hubEnvironment.parse({ ...this.hub.environment, ROLE: 'main' }));
    const url = this.hub.environment['PUBLIC_URL'];
    const thresholds = { admit: 2, suspend: 2, revoke: 2, committee: 2 };
    const network = await hub.get(FoundingService, { strict: false }).found({ name: 'A measured network', url, founders, thresholds });
    await hub.close();
    for (const { environment } of this.nodes) {
      const node = await createNode(nodeEnvironment.parse({ ...environment, ROLE: 'main' }));
      await node.get(LinkFacade, { strict: false }).join(environment['NODE_ID'], url, network);
      await node
        .get(PersonsService, { strict: false })
        .add({ email: 'a@b.example', name: 'Operator', language: 'fr', roles: ['administrator'], password: PASSWORD });
      await node.close();
    }
  }

  async close() {
    for (const server of [...this.nodes, this.hub]) await server?.stop();
    await this.postgres?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  postmaster() {
    return Number(readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Puts `count` sealed messages into the first node's outbox. @param {number} count @returns {Promise<string[]>} some of them */
  async seal(count) {
    const [client, signer] = [await this.client('aa'), await this.signer('aa')];
    /** @type {string[]} */ const sample = [];
    for (let done = 0; done < count; done += ROWS) {
      const rows = Array.from({ length: Math.min(count - done, ROWS) }, () => this.sealOne(signer));
      await keepSealed(client, rows);
      if (sample.length < ROWS) sample.push(...rows.map(({ jws }) => jws));
    }
    await client.query('analyze outgoing_message');
    await client.end();
    return sample;
  }

  /** The next message of the first node's chain, as its outbox holds it. @param {ReturnType<typeof signerOf>} signer */
  sealOne(signer) {
    const data = practice();
    const id = uuidv7(Date.now(), randomBytes(10));
    const place = expectedPlace(this.end);
    const subject = `practice:${data.practice}`;
    const { jws, hash } = seal(
      {
        ...{ specversion: '1.0', id, source: 'node:aa', type: 'practice.published.v1', subject, time: new Date().toISOString() },
        ...{ datacontenttype: 'application/json', dataschema: 'nmirf:practice/1.0', ...place, aud: '*' },
        ...{ seen: `0:${'A'.repeat(43)}`, salt: randomBytes(16).toString('base64url'), data },
      },
      signer,
    );
    this.end = { epoch: place.epoch, seq: place.seq, hash: Buffer.from(hash).toString('base64url') };
    return { id, subject, epoch: place.epoch, seq: place.seq, hash: Buffer.from(hash).toString('hex'), jws };
  }

  /** The first node inside this process, so that a message leaves by the very call with which the gate lets it go. */
  async writer() {
    const { environment } = /** @type {Server} */ (this.nodes[0]);
    const node = await createNode(nodeEnvironment.parse(environment));
    await node.init();
    const [outgoing, db] = [node.get(OutgoingFacade, { strict: false }), node.get(DataSource, { strict: false })];
    const publish = async () => {
      const data = practice();
      await db.transaction((tx) => outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data }));
      await outgoing.ring();
      return data.practice;
    };
    return { publish, ring: () => outgoing.ring(), close: () => node.close() };
  }

  async signIn() {
    const answer = await fetch(`${this.nodes[0]?.environment['PUBLIC_URL']}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ email: 'a@b.example', password: PASSWORD }),
    });
    this.cookie = /** @type {string} */ (answer.headers.get('set-cookie')).split(';')[0] ?? '';
  }

  async ring() {
    const headers = { cookie: this.cookie, 'sec-fetch-site': 'same-origin' };
    await fetch(`${this.nodes[0]?.environment['PUBLIC_URL']}/api/queue/retry`, { method: 'POST', headers });
  }

  /** Resolves when the log of a database has `size` leaves. @param {string} name @param {number} size @param {number} everyMs */
  async reaches(name, size, everyMs = 10) {
    const client = await this.client(name);
    while (Number((await client.query('select size from log_state')).rows[0]?.size ?? 0) < size) await pause(everyMs);
    await client.end();
  }

  /** Resolves when the words of every practice in a database can be searched: what publishing leaves to be done is done. @param {string} name */
  async rests(name) {
    const client = await this.client(name);
    const waiting = 'select (select count(*) from replica_practice) - (select count(*) from practice_words) as count';
    while (Number((await client.query(waiting)).rows[0].count) > 0) await pause(200);
    await client.end();
  }

  /** @param {string} name */
  async client(name) {
    const client = new pg.Client({ host: '127.0.0.1', port: this.databasePort, user: 'postgres', password: 'password', database: name });
    // What ends it is told by whoever stops the database.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** The key that a node signs its messages with. @param {string} name */
  async signer(name) {
    return signerOf(`node:${name}`, await new KeyFiles(this.keys(name)).read('msg'));
  }

  /** @param {string} name */
  keys(name) {
    return join(this.folder, 'keys', name);
  }

  /** @param {string} name */
  async surroundings(name) {
    const port = await freePort();
    return {
      ...{ PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'warn', NODE_ENV: 'production' },
      // What is measured is the path, not the patience.
      ...{ POSTS_A_MINUTE: '1000000', MESSAGES_A_MINUTE: '100000000' },
      DATABASE_URL: `postgres://postgres:password@127.0.0.1:${this.databasePort}/${name}`,
      ...{ SESSION_SECRET: randomUUID() + randomUUID(), KEYS_DIR: this.keys(name), FILES_DIR: `${this.keys(name)}-files` },
    };
  }
}

/** @param {pg.Client} client of the first node's database @param {readonly ReturnType<Network['sealOne']>[]} rows */
export const keepSealed = (client, rows) =>
  client.query(
    `insert into outgoing_message (id, state, type, subject, audience, data, epoch, seq, hash, jws, created_at, sealed_at)
     select id, 'sealed', 'practice.published.v1', subject, '"*"', '{}', epoch, seq, decode(hash, 'hex'), jws, now(), now()
       from json_to_recordset($1) as row(id uuid, subject text, epoch int, seq int, hash text, jws text)`,
    [JSON.stringify(rows)],
  );
