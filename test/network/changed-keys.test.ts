import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toBase64url } from '@nmirf/federation/base64url';
import { type KeyPair, keyPairFromSeed, signerOf } from '@nmirf/federation/keys';
import { PlainMember } from '../harness/plain-member.js';
import { provePossession } from '@nmirf/federation/possession';
import { goodKeys } from '@nmirf/federation/trust';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { type HubChange, HubChanges } from '../../apps/hub/src/network/sequencer/hub-changes.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../apps/node/src/foundation/link/node-keys.facade.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { type NodeEnvironment, nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { OneHub } from '../harness/one-hub.js';
import { publishedPractice } from '../harness/published-practices.js';
import { publishedResource } from '../harness/published-resources.js';
import { HUB_PROCESSES } from '../harness/served-hub.js';
import { eventually } from '../harness/waiting.js';

const QUEUED = 1_000;
const hub = new OneHub();
const nodes: NestExpressApplication[] = [];

const environments = new Map<string, NodeEnvironment>();
const again = async (id: 'node:ma' | 'node:py'): Promise<NestExpressApplication> => {
  const node = await createNode(environments.get(id)!);
  nodes.push(node);
  return node;
};
const start = async (id: 'node:ma' | 'node:py'): Promise<NestExpressApplication> => {
  environments.set(id, nodeEnvironment.parse({ ...(await hub.surroundings(id)), NODE_ID: id }));
  const node = await again(id);
  await node.get(LinkFacade, { strict: false }).join(id, hub.url, hub.network);
  return node;
};

beforeAll(() => hub.start(), 60_000);
afterAll(async () => {
  for (const node of nodes) await node.close();
  await hub.stop();
}, 60_000);

const frontierOf = async (app: NestExpressApplication): Promise<string> => {
  const [row]: { frontier: string }[] = await app.get(DataSource).query(`select encode(frontier, 'hex') as frontier from log_state`);
  return row!.frontier;
};
const caughtUp = (node: NestExpressApplication) =>
  eventually(async () => ((await frontierOf(node)) === (await frontierOf(hub.app)) ? true : undefined));
/** Who speaks for `node:pt`, at the place where its chain ends. */
const portugal = async (): Promise<PlainMember> => {
  const member = await hub.member('node:pt');
  const [head] = await hub.query<{ epoch: number; seq: number; hash: Buffer }>(
    `select epoch, seq, hash from source_head where source = 'node:pt'`,
  );
  member.head = head && { ...head, hash: toBase64url(head.hash) };
  return member;
};
const trustOf = async (app: NestExpressApplication) => (await app.get(TrustStore, { strict: false }).current(app.get(DataSource).manager))!;

it('lets a node rotate its key with a thousand messages in its queue, and loses none', async () => {
  const node = await start('node:ma');
  await caughtUp(node);
  const [outgoing, db] = [node.get(OutgoingFacade, { strict: false }), node.get(DataSource)];
  const next = await node.get(NodeKeysFacade, { strict: false }).next('msg', await trustOf(node));
  const claim = { network: hub.network, id: 'node:ma' as const, nonce: 'a nonce' };
  const possession = provePossession(claim, next.publicKey, (bytes) => next.sign(bytes));
  await db.transaction(async (tx) => {
    for (let i = 0; i < QUEUED; i++) {
      const data = publishedPractice();
      await outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data });
      const rotation = { use: 'msg', key: next.publicKey, nonce: claim.nonce, possession };
      if (i === QUEUED / 2) await outgoing.submit(tx, { type: 'node.key.rotated.v1', subject: 'node:ma', data: rotation });
    }
  });
  await outgoing.ring();
  const proven = async (): Promise<number> => {
    const [row]: { count: number }[] = await db.query(`select count(*)::int as count from outgoing_message where state = 'proven'`);
    return row!.count;
  };
  for (const part of [QUEUED / 4, QUEUED / 2, QUEUED + 1]) await eventually(async () => ((await proven()) >= part ? true : undefined));
  expect(await db.query(`select state from outgoing_message where state <> 'proven'`)).toEqual([]);
  const [first, last] = await hub.query<{ jws: Buffer | string }>(
    `(select jws from log_entry where source = 'node:ma' order by pos limit 1) union all
     (select * from (select jws from log_entry where source = 'node:ma' order by pos desc limit 1) newest)`,
  );
  const kidOf = ({ jws }: { jws: Buffer | string }) =>
    (JSON.parse(Buffer.from(jws.toString().split('.')[0]!, 'base64url').toString('utf8')) as { kid: string }).kid;
  expect(kidOf(last!)).toBe(next.kid);
  expect(kidOf(first!)).not.toBe(next.kid);
  expect(await hub.query('select source from fork_evidence')).toEqual([]);
}, 120_000);

it('lets a node that is new follow a log whose key has changed', async () => {
  const member = await hub.member('node:pt');
  const proposal = await hub.app.get(HubChanges, { strict: false }).propose({ uses: ['log'], reason: 'A test' });
  const decision = { subject: proposal, decision: 'approve' };
  expect((await member.say(hub.receiptKey, member.said('network.decision.v1', decision))).entries).toMatchObject([{ status: 'accepted' }]);
  await member.say(hub.receiptKey, member.message());
  await Promise.all([caughtUp(nodes[0]!), caughtUp(await start('node:py'))]);
  const [row] = await hub.query<{ size: string; root: Buffer }>('select size, root from log_checkpoint order by size desc limit 1');
  expect([Number(row!.size), toBase64url(row!.root).length]).toEqual([QUEUED + 5, 43]);
}, 120_000);

it('leaves the decision that hands the hub over to the server that takes it over, which alone can sign what follows', async () => {
  const member = await portugal();
  const jwk = () => keyPairFromSeed(randomBytes(32)).publicKey;
  const other = { url: 'https://other.example', reason: 'A test', keys: { msg: jwk(), receipt: jwk(), log: jwk() } };
  const { entries } = await member.say(hub.receiptKey, member.said('network.hub.proposed.v1', other));
  const decision = { subject: entries[0]!.hash, decision: 'approve' };
  const { entries: answered } = await member.say(hub.receiptKey, member.said('network.decision.v1', decision));
  expect(answered).toMatchObject([{ status: 'rejected', problem: { code: 'recovery', retry: 'later' } }]);
  expect((await member.say(hub.receiptKey, member.message())).entries).toMatchObject([{ status: 'accepted' }]);
}, 60_000);

const END = Number.MAX_SAFE_INTEGER;
/** Between two changes; nobody can set the clocks of other processes. */
const QUARTER_MS = HUB_PROCESSES > 0 ? 0 : 91 * 86_400_000;

describe('a node that was away for a year', () => {
  const Real = Date;
  let passed = 0;
  beforeAll(() => {
    globalThis.Date = class extends Real {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [Real.now() + passed] : given) as [number]));
      }
      static override now(): number {
        return Real.now() + passed;
      }
    } as unknown as DateConstructor;
  });
  afterAll(() => {
    globalThis.Date = Real;
  });

  const said = async (member: PlainMember, message: string): Promise<string> => {
    const [key] = goodKeys(await trustOf(hub.app), 'hub', 'receipt', END);
    const { entries } = await member.say(key!, message);
    expect(entries).toMatchObject([{ status: 'accepted' }]);
    return entries[0]!.hash;
  };
  const rotated = async (member: PlainMember): Promise<PlainMember> => {
    const next: KeyPair = keyPairFromSeed(randomBytes(32));
    const signer = signerOf('node:pt', next);
    const nonce = 'a nonce';
    const possession = provePossession({ network: hub.network, id: 'node:pt', nonce }, next.publicKey, (bytes) => signer.sign(bytes));
    await said(member, member.said('node.key.rotated.v1', { use: 'msg', key: next.publicKey, nonce, possession }, 'node:pt'));
    const after = new PlainMember('node:pt', signer, hub.url);
    after.head = member.head;
    return after;
  };

  it('while keys and the address of the hub changed, reads all of it as a member, and sends what waited', async () => {
    const [node, data, known] = [nodes.shift()!, publishedPractice(), hub.url];
    // The line is cut with a message in the queue, and then the server is gone.
    await node.get(DataSource).query(`update link set next_try_at = now() + interval '10 seconds'`);
    const outgoing = node.get(OutgoingFacade, { strict: false });
    await node
      .get(DataSource)
      .transaction((tx) => outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data }));
    await node.close();
    let member = await portugal();
    const changes: readonly Omit<HubChange, 'reason'>[] = [
      { uses: ['log'] },
      { uses: ['msg', 'receipt'] },
      { uses: [], url: known.replace('127.0.0.1', 'localhost') },
      { uses: ['log', 'receipt'] },
    ];
    for (const change of changes) {
      passed += QUARTER_MS;
      const subject = await hub.app.get(HubChanges, { strict: false }).propose({ ...change, reason: 'A test' });
      await said(member, member.said('network.decision.v1', { subject, decision: 'approve' }));
      member = await rotated(member);
      const shared = publishedResource([]);
      await said(member, member.said('resource.published.v1', { ...shared }, `resource:${shared.resource}`, 'members'));
    }
    const { url } = (await trustOf(hub.app)).hub;
    await hub.end();
    await hub.again({ PUBLIC_URL: url });

    const back = await again('node:ma');
    const db = back.get(DataSource);
    const at = await eventually(async () => {
      const [row] = await db.query(`select every(state = 'proven') as proven, max(position)::int as position from outgoing_message`);
      return row.proven ? (row.position as number) : undefined;
    });
    expect(at).toBe(Number((await hub.query<{ size: string }>('select size from log_state'))[0]!.size) - 1);
    await caughtUp(back);
    expect(await db.query('select count(*)::int as withheld from log_entry where jws is null')).toEqual([{ withheld: 0 }]);
    expect(await back.get(LinkFacade, { strict: false }).find()).toMatchObject({ hub: hub.url, stopped: null });
    expect(hub.url).not.toBe(known);
  }, 120_000);
});
