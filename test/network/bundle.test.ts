import 'reflect-metadata';
import { cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { Signer } from '@nmirf/federation/keys';
import { Frontier } from '@nmirf/federation/tree';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { FeedPages } from '@nmirf/replica/log/feed-pages';
import { type Known, verifyPage } from '@nmirf/replica/log/page.rules';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { HubBundles } from '../../apps/hub/src/network/sequencer/hub-bundles.js';
import { type Link, LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { BundlesService } from '../../apps/node/src/network/sync/bundles.service.js';
import { HubClient } from '../../apps/node/src/network/sync/hub-client.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { OneHub } from '../harness/one-hub.js';
import { HUB_PROCESSES } from '../harness/served-hub.js';
import type { PlainMember } from '../harness/plain-member.js';
import { publishedPractice } from '../harness/published-practices.js';
import { eventually } from '../harness/waiting.js';

const MESSAGES = 1_600;
const BEGINNERS = 200;
const hub = new OneHub();
const nodes: NestExpressApplication[] = [];
const quiet = (): void => undefined;

/** A node whose hub is nowhere, or the real one. */
const node = async (id: NodeId, { hasLine }: { readonly hasLine: boolean }): Promise<NestExpressApplication> => {
  const made = await createNode(nodeEnvironment.parse({ ...(await hub.surroundings(id)), NODE_ID: id, ...(!hasLine && { ROLE: 'main' }) }));
  nodes.push(made);
  await made.get(LinkFacade, { strict: false }).join(id, hasLine ? hub.url : 'http://127.0.0.1:9', hub.network);
  return made;
};
const bundles = (of: NestExpressApplication): BundlesService => of.get(BundlesService, { strict: false });
const stateOf = async (app: NestExpressApplication): Promise<{ size: number; frontier: string }> => {
  const [row] = await app.get(DataSource).query(`select size::int as size, encode(frontier, 'hex') as frontier from log_state`);
  return row;
};
const folder = (name: string): string => join(hub.folder, name);

let morocco: PlainMember;
let said = 0;
const say = async (count: number): Promise<void> => {
  const lines: string[] = [];
  for (let i = 0; i < count; i++) {
    const line = morocco.message();
    morocco.heard(line);
    lines.push(line);
  }
  await morocco.say(hub.receiptKey, ...lines);
  said += count;
};

beforeAll(async () => {
  await hub.start();
  morocco = await hub.member('node:ma');
}, 120_000);
afterAll(async () => {
  for (const one of nodes) await one.close();
  await hub.stop();
}, 60_000);

/** One of many nodes: it has a line and a copy of the log of its own, and checks every page. */
class Beginner {
  known: Known = { network: hub.network, frontier: Frontier.empty(), trust: undefined, heads: new Map(), receivedMs: 0 };
  readonly client = new HubClient({});

  /** Reads until it has so many leaves. */
  async read(size: number, signer: Signer): Promise<void> {
    while (this.known.frontier.size < size) {
      const page = await this.client.feed({ hub: hub.url } as Link, this.known.frontier.size, 500, 25, [signer]);
      this.known = verifyPage(page, this.known).after;
    }
  }
}

/** What a process reads of its tables is counted inside it. */
const insideTheHub = HUB_PROCESSES === 0 ? it : it.skip;

insideTheHub(
  'answers two hundred nodes that begin at once, and all who wait out of one look at the log',
  async () => {
    await say(4);
    const { signer } = await hub.member('node:pt');
    const beginners = Array.from({ length: BEGINNERS }, () => new Beginner());
    await Promise.all(beginners.map((one) => one.read(5, signer)));
    const looks = [
      jest.spyOn(CheckpointStore.prototype, 'latest'),
      jest.spyOn(FeedPages.prototype, 'newest'),
      jest.spyOn(FeedPages.prototype, 'entries'),
    ];
    const looked = (): number => looks.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    const waiting = Promise.all(beginners.map((one) => one.read(6, signer)));
    await eventually(async () => (looked() >= BEGINNERS ? true : undefined));
    looks.forEach((look) => look.mockClear());
    const [row] = await hub.query<{ lines: number }>(
      'select count(*)::int as lines from pg_stat_activity where datname = current_database()',
    );
    expect(row!.lines).toBeLessThan(25);
    await say(1);
    await waiting;
    expect(looked()).toBeLessThan(BEGINNERS / 4);
    jest.restoreAllMocks();
    const [{ frontier }] = [await stateOf(hub.app)];
    expect(new Set(beginners.map(({ known }) => Buffer.from(known.frontier.toBytes()).toString('hex')))).toEqual(new Set([frontier]));
    await Promise.all(beginners.map(({ client }) => client.close()));
  },
  60_000,
);

it('brings a node that is far behind the log in one piece, and goes on by the feed', async () => {
  while (said < MESSAGES) await say(100 - (said % 100));
  const snapshot = jest.spyOn(HubClient.prototype, 'snapshot');
  const feed = jest.spyOn(HubClient.prototype, 'feed');
  const member = await node('node:pt', { hasLine: true });
  await eventually(async () => ((await stateOf(member)).frontier === (await stateOf(hub.app)).frontier ? true : undefined));
  expect(snapshot.mock.calls.map(([, from]) => from)).toEqual([500]);
  expect(feed.mock.calls.map(([, from]) => from).filter((from) => from > 0 && from < MESSAGES)).toEqual([]);
  const [row] = await member.get(DataSource).query('select count(*)::int as count from replica_practice');
  expect(row).toEqual({ count: MESSAGES });
  jest.restoreAllMocks();
}, 60_000);

it('carries the log to a node without a line, and refuses what was changed on the way at its position', async () => {
  const { size } = await bundles(nodes[0]!).write(folder('stick'), quiet);
  const without = await node('node:ma', { hasLine: false });
  const part = (await readdir(folder('stick'))).find((name) => name.startsWith('log-'))!;
  await cp(folder('stick'), folder('cut'), { recursive: true });
  await truncate(join(folder('cut'), part), Math.floor((await readFile(join(folder('cut'), part))).length / 2));
  await expect(bundles(without).read(folder('cut'), quiet)).rejects.toMatchObject({ code: 'bundle/damaged', values: { part } });
  const kept = (await stateOf(without)).size;
  expect(kept % 500).toBe(0);

  await cp(folder('stick'), folder('changed'), { recursive: true });
  const lines = gunzipSync(await readFile(join(folder('changed'), part)))
    .toString('utf8')
    .split('\n');
  const at = lines.findIndex((line) => line.startsWith('{"pos":1503,'));
  lines[at] = lines[at]!.replace(/"jws":"[^.]*\../, (head) => `${head.slice(0, -1)}A`);
  await writeFile(join(folder('changed'), part), gzipSync(lines.join('\n')));
  await expect(bundles(without).read(folder('changed'), quiet)).rejects.toMatchObject({
    ...{ code: 'bundle/broken', values: { part, position: 1_503 } },
  });
  expect((await stateOf(without)).size).toBe(1_500);

  await expect(bundles(without).read(folder('stick'), quiet)).resolves.toEqual({ size, receipts: 0 });
  expect(await stateOf(without)).toEqual(await stateOf(hub.app));
}, 60_000);

it('lets a node without a line publish, and brings it the answers', async () => {
  const without = nodes[1]!;
  const outgoing = without.get(OutgoingFacade, { strict: false });
  const wrong = { ...publishedPractice(), version: -1 };
  await without.get(DataSource).transaction(async (tx) => {
    for (const data of [publishedPractice(), publishedPractice(), wrong, publishedPractice()])
      await outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data });
  });
  const exchange = async () => {
    await bundles(without).write(folder('up'), quiet);
    const taken = await hub.app.get(HubBundles, { strict: false }).take(folder('up'));
    await eventually(async () => {
      const [row] = await hub.query<{ covered: boolean }>(
        'select (select max(size) from log_checkpoint) = (select size from log_state) as covered',
      );
      return row!.covered ? true : undefined;
    });
    await hub.app.get(HubBundles, { strict: false }).write(folder('down'), 'node:ma', quiet);
    const { receipts } = await bundles(without).read(folder('down'), quiet);
    const states: { state: string }[] = await without
      .get(DataSource)
      .query('select state from outgoing_message where not found order by id');
    return { taken, receipts, states: states.map(({ state }) => state) };
  };
  expect(await exchange()).toEqual({ taken: { accepted: 2, rejected: 1 }, receipts: 1, states: ['proven', 'proven', 'refused', 'draft'] });
  expect(await exchange()).toEqual({ taken: { accepted: 1 }, receipts: 0, states: ['proven', 'proven', 'refused', 'proven'] });
  expect(await stateOf(without)).toEqual(await stateOf(hub.app));
  expect(await hub.query('select source from fork_evidence')).toEqual([]);
}, 60_000);
