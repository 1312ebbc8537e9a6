import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { Receipt } from '@nmirf/contracts/network/receipt';
import { toBase64url } from '@nmirf/federation/base64url';
import { spokenForm } from '@nmirf/federation/keys';
import { encodeLines } from '@nmirf/federation/lines';
import { seal } from '@nmirf/federation/message';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { Evidence } from '@nmirf/replica/log/evidence';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import type { AuditResult } from '../../apps/auditor/src/audit-result.js';
import { findingOf } from '../../apps/auditor/src/checks.js';
import { FoundingService } from '../../apps/hub/src/network/sequencer/founding.service.js';
import { demonstrationPractices } from '../../apps/node/src/demonstration/practices.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../apps/node/src/foundation/link/node-keys.facade.js';
import { foundingFileOf } from '../../apps/node/src/founding.js';
import { HubClient } from '../../apps/node/src/network/sync/hub-client.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { freePort } from '../../scripts/steps/free-port.mjs';
import { serveHub } from '../harness/served-hub.js';
import { Surroundings } from '../harness/surroundings.js';
import { eventually } from '../harness/waiting.js';
import { rootOf } from '../protocol/synthetic-hub.js';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NEIGHBOURS = [...BASE64].map((_, i) => BASE64[i ^ 1]).join('');
const PASSWORD = 'a long enough password';
const PROGRAM = resolve(import.meta.dirname, '../../apps/auditor/bin/nmirf-verify.js');
const running: { close(): Promise<void> }[] = [];
let surroundings: Surroundings;
let hub: NestExpressApplication;
let hubUrl: string;
let network: string;
let nodes: readonly Desk[];

interface Desk {
  readonly node: NestExpressApplication;
  readonly country: string;
  readonly officer: ReturnType<typeof request.agent>;
  readonly publisher: ReturnType<typeof request.agent>;
}

const mechanismOf = (country: string): Mechanism => ({
  ...{ country, region: 'africa', kind: 'interministerial', languages: ['fr'] },
  names: [{ language: 'fr', value: `Mécanisme ${country}` }],
});

const signedIn = async (app: NestExpressApplication, email: string, roles: string[]): Promise<ReturnType<typeof request.agent>> => {
  await app.get(PersonsService, { strict: false }).add({ email, name: 'Office', language: 'fr', roles, password: PASSWORD });
  const agent = request.agent(app.getHttpServer()).set('sec-fetch-site', 'same-origin');
  await agent.post('/api/session').send({ email, password: PASSWORD }).expect(200);
  return agent;
};

const deskOf = async (id: string, country: string): Promise<Desk> => {
  const node = await createNode(nodeEnvironment.parse({ ...(await surroundings.of(id.slice(5))), NODE_ID: id }));
  running.push(node);
  await node.get(LinkFacade, { strict: false }).join(id, hubUrl, network);
  const officer = await signedIn(node, `officer@${country}.example`, ['focal-point']);
  const publisher = await signedIn(node, `publisher@${country}.example`, ['reviewer', 'publisher']);
  return { node, country, officer, publisher };
};

const sizeAt = async (app: NestExpressApplication): Promise<number> => {
  const [row]: { size: string }[] = await app.get(DataSource).query('select size from log_state');
  return Number(row?.size ?? 0);
};

/** Publishes a practice, and waits until every house has it. */
const publish = async ({ officer, publisher, country }: Desk, index: number): Promise<void> => {
  const size = await sizeAt(hub);
  const { body: practice } = await officer
    .post('/api/practices')
    .send({ record: demonstrationPractices(country)[index] })
    .expect(201);
  await officer.post(`/api/practices/${practice.id}/submission`).expect(({ status }) => expect(status).toBeLessThan(300));
  const { body: found } = await publisher.get(`/api/practices/${practice.id}/review`).expect(200);
  const flags = found.findings.filter((finding: { tier: string; decision?: string }) => finding.tier === 'flag' && !finding.decision);
  const decisions = flags.map(({ key }: { key: string }) => ({ key, decision: 'mask' }));
  const { body: review } = await publisher.put(`/api/practices/${practice.id}/review`).send({ decisions }).expect(200);
  await publisher.post(`/api/practices/${practice.id}/release`).send({ digest: review.digest });
  for (const app of [hub, ...nodes.map(({ node }) => node)]) await eventually(async () => ((await sizeAt(app)) > size ? true : undefined));
};

beforeAll(async () => {
  surroundings = await Surroundings.make('audit');
  const environment = await surroundings.of('hub');
  hubUrl = environment['PUBLIC_URL']!;
  const served = await serveHub(environment);
  hub = served.app;
  running.push(served);
  const ids = [
    ['node:ma', 'MAR'],
    ['node:pt', 'PRT'],
  ] as const;
  const founders = await Promise.all(ids.map(([id, country]) => foundingFileOf(id, mechanismOf(country), surroundings.keys(id.slice(5)))));
  const thresholds = { admit: 2, suspend: 2, revoke: 2, committee: 2 };
  network = await hub.get(FoundingService, { strict: false }).found({ name: 'A network', url: hubUrl, founders, thresholds });
  nodes = [await deskOf('node:ma', 'MAR'), await deskOf('node:pt', 'PRT')];
  const [first, second] = nodes as [Desk, Desk];
  await publish(first, 0);
  await publish(second, 0);
  await publish(first, 1);
}, 120_000);

afterAll(async () => {
  for (const one of running.reverse()) await one.close();
  await surroundings.end();
}, 60_000);

const verify = (...args: string[]): Promise<{ code: number; stdout: string }> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [PROGRAM, hubUrl, ...args], { env: { LANG: 'en_GB.UTF-8' } }, (_, stdout) =>
      done({ code: child.exitCode!, stdout }),
    );
  });

const verifyJson = async (...args: string[]): Promise<{ code: number; result: AuditResult }> => {
  const { code, stdout } = await verify('--json', ...args);
  return { code, result: JSON.parse(stdout) as AuditResult };
};

const findingsOf = ({ checks }: AuditResult) => checks.flatMap((check) => findingOf(check) ?? []);

describe('nmirf-verify and a running network', () => {
  it('says that all holds, at the root that every node has verified', async () => {
    const pin = surroundings.keys('genesis.json');
    await writeFile(pin, JSON.stringify({ hub: hubUrl, network }));
    const { code, result } = await verifyJson('--genesis', pin);
    expect(findingsOf(result)).toEqual([]);
    expect({ code, holds: result.holds, size: result.size }).toEqual({ code: 0, holds: true, size: 4 });
    const views = await Promise.all(nodes.map(({ node }) => node.get(Evidence, { strict: false }).view()));
    expect(views.map(({ root }) => root)).toEqual([result.root, result.root]);
    expect(result.members.map(({ id, messages }) => [id, messages])).toEqual([
      ['node:ma', 2],
      ['node:pt', 1],
    ]);
    expect(result.checks.find(({ check }) => check === 'seen')?.checked).toBeGreaterThan(0);
  }, 30_000);

  it('counts the witnesses that cosigned the checkpoint', async () => {
    const found = await eventually(async () => {
      const { result } = await verifyJson();
      return result.witnesses.length === 2 ? result : undefined;
    });
    expect(found.witnesses.map(({ id }) => id)).toEqual(['node:ma', 'node:pt']);
    expect(found.remarks).toEqual(['unpinned']);
  }, 30_000);

  it('says so to a person too, and that nobody pinned the genesis', async () => {
    const { code, stdout } = await verify();
    expect(code).toBe(0);
    expect(stdout).toContain('All holds.');
    expect(stdout).toContain(spokenForm(network));
    expect(stdout).toContain('not pinned');
  });

  it('takes the pin as it was said on the telephone, and fails with another one', async () => {
    expect((await verify('--genesis', spokenForm(network).toLowerCase())).code).toBe(0);
    const { code, result } = await verifyJson('--genesis', 'A'.repeat(43));
    expect(code).toBe(1);
    expect(findingsOf(result)).toEqual([{ check: 'pin', reason: 'pin-differs', position: 0, detail: network }]);
  });

  it('knows wrong use and a hub that is away by their exit codes', async () => {
    expect((await verify('--genesis', surroundings.keys('no such file'))).code).toBe(2);
    expect((await verify('--unheard-of')).code).toBe(2);
    const away = await freePort();
    const { code } = await new Promise<{ code: number }>((done) => {
      const child = execFile(process.execPath, [PROGRAM, `http://127.0.0.1:${away}`], () => done({ code: child.exitCode! }));
    });
    expect(code).toBe(3);
  }, 30_000);
});

describe('a member that says to have seen what was never there', () => {
  /** Why the hub refuses a message with this `seen`: "schema-invalid" once it looks at what it says, for only the recovery key may say that. */
  const answerTo = async (seen: string): Promise<string> => {
    const { node } = nodes[1]!;
    const signer = await node.get(NodeKeysFacade, { strict: false }).signer('msg', undefined);
    const [head]: { epoch: number; seq: number; hash: Buffer }[] = await node
      .get(DataSource)
      .query(`select epoch, seq, hash from source_head where source = 'node:pt'`);
    const { jws } = seal(
      {
        ...{ specversion: '1.0', id: randomUUID(), source: 'node:pt', type: 'network.member.left.v1', subject: 'network' },
        ...{ time: new Date().toISOString(), datacontenttype: 'application/json', dataschema: 'nmirf:member-left/1.0' },
        ...{ epoch: head!.epoch, seq: head!.seq + 1, prev: toBase64url(head!.hash), aud: '*', seen, salt: 'A'.repeat(22), data: {} },
      },
      signer,
    );
    const link = await node.get(LinkFacade, { strict: false }).find();
    const receipt = await node.get(HubClient, { strict: false }).send(link!, encodeLines([jws]), [signer]);
    const { entries } = JSON.parse(Buffer.from(receipt.split('.')[1]!, 'base64url').toString('utf8')) as Receipt;
    return entries[0]!.problem!.code;
  };

  it('is not taken into the log, so it cannot make the hub look like a liar', async () => {
    const other = toBase64url(Buffer.alloc(32, 7));
    expect(await answerTo(`4:${other}`)).toBe('proof-invalid');
    expect(await answerTo(`3:${other}`)).toBe('proof-invalid');
    expect(await answerTo(`9:${other}`)).toBe('stale-size');
    expect((await verify()).code).toBe(0);
  });

  it('may have seen any size that was there, signed as a checkpoint or not', async () => {
    const rows: { leaf: string }[] = await hub.get(DataSource).query('select leaf from log_entry where pos < 2 order by pos');
    const root = toBase64url(rootOf(rows.map(({ leaf }) => leaf)));
    await hub.get(DataSource).query('delete from log_checkpoint where size = 2');
    expect(await answerTo(`2:${root}`)).toBe('schema-invalid');
    expect(await answerTo(`2:${toBase64url(Buffer.alloc(32, 7))}`)).toBe('proof-invalid');
    expect(await sizeAt(hub)).toBe(4);
  });
});

describe('one bit flipped in the hub’s database', () => {
  const flipped = (column: string, at: string) =>
    `${column} = overlay(${column} placing chr(ascii(substr(${column}, ${at}, 1)) # 1) from ${at})`;
  /** One bit of what a character of base64 stands for. */
  const flippedBase64 = (column: string, at: string) =>
    `${column} = overlay(${column} placing translate(substr(${column}, ${at}, 1), '${BASE64}', '${NEIGHBOURS}') from ${at})`;

  /** In the first line under the text; the last one is the log's word on the date. */
  const SIGNATURE = `strpos(note, E'\\n\\n') + strpos(substr(note, strpos(note, E'\\n\\n') + 2), E'\\n') - 20`;

  it.each([
    ['a message', 'log_entry', flipped('jws', '400'), 'pos = 2', { check: 'messages', position: 2 }],
    ['a signature', 'log_entry', flipped('jws', 'length(jws) - 40'), 'pos = 1', { check: 'messages', position: 1 }],
    ['a leaf’s hash', 'log_entry', flippedBase64('leaf', '60'), 'pos = 3', { check: 'messages', position: 3 }],
    ['a leaf’s time', 'log_entry', flipped('leaf', 'length(leaf) - 1'), 'pos = 1', { check: 'seen', position: 2, size: 2, agreedUpTo: 1 }],
    ['the newest leaf’s time', 'log_entry', flipped('leaf', 'length(leaf) - 1'), 'pos = 3', { check: 'tree', position: 3, until: 3 }],
    [
      'the checkpoint’s root',
      'log_checkpoint',
      flippedBase64('note', `position(E'\\n4\\n' in note) + 10`),
      'size = 4',
      { check: 'checkpoint' },
    ],
    ['the checkpoint’s signature', 'log_checkpoint', flippedBase64('note', SIGNATURE), 'size = 4', { check: 'checkpoint', position: 4 }],
    [
      'the checkpoint’s date',
      'log_checkpoint',
      flippedBase64('note', 'length(note) - 20'),
      'size = 4',
      { check: 'checkpoint', position: 4 },
    ],
  ])(
    '%s',
    async (_, table, change, where, finding) => {
      const database = hub.get(DataSource);
      const column = change.split(' ')[0]!;
      const [before]: Record<string, string>[] = await database.query(`select ${column} from ${table} where ${where}`);
      await database.query(`update ${table} set ${change} where ${where}`);
      const { code, result } = await verifyJson();
      await database.query(`update ${table} set ${column} = $1 where ${where}`, [before![column]]);
      expect(code).toBe(1);
      expect(findingsOf(result)).toContainEqual(expect.objectContaining(finding));
      expect((await verify()).code).toBe(0);
    },
    30_000,
  );
});

describe('a hub that forgets what it has signed', () => {
  it('stops every node at the size that it had verified', async () => {
    // A node that looked while a bit was flipped has stopped, as it should.
    for (const { node } of nodes) await node.get(LinkFacade, { strict: false }).retry(randomUUID());
    // Again and again, for the hub's sweeper signs what is not signed.
    const forget = () => hub.get(DataSource).query(`delete from log_checkpoint where size > 1; select pg_notify('log_grown', '1')`);
    for (const { node } of nodes) {
      const stopped = await eventually(async () => {
        await forget();
        return (await node.get(LinkFacade, { strict: false }).find())?.stopped ?? undefined;
      });
      expect(stopped).toMatchObject({ code: 'cursor-ahead', position: 4 });
    }
  }, 30_000);
});
