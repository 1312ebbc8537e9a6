import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeedEntry } from '@nmirf/contracts/network/log';
import { messageTypes } from '@nmirf/contracts/network/message-types';
import type { QuarantinedView } from '@nmirf/contracts/network/queue';
import { toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace } from '@nmirf/federation/chain';
import { parseCheckpoint, signCheckpoint } from '@nmirf/federation/checkpoint';
import { signEd25519 } from '@nmirf/federation/crypto';
import { rawKey } from '@nmirf/federation/keys';
import { hashOfMessage, openMessage } from '@nmirf/federation/message';
import { noteKey, parseNote } from '@nmirf/federation/note';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { KeyFiles } from '@nmirf/replica/keys/key-files';
import { QuarantineQueries } from '@nmirf/replica/projector/quarantine.queries';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Sequencer } from '../../apps/hub/src/network/sequencer/sequencer.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { freePort } from '../../scripts/steps/free-port.mjs';
import { HostileHub, type PageText } from '../harness/hostile-hub.js';
import { OneHub } from '../harness/one-hub.js';
import type { PlainMember } from '../harness/plain-member.js';
import { eventually } from '../harness/waiting.js';

const hub = new OneHub();
let hostile: HostileHub;
let member: PlainMember;
let node: NestExpressApplication;

beforeAll(async () => {
  await hub.start();
  member = await hub.member('node:ma');
  const port = await freePort();
  hostile = await HostileHub.before(hub.url, port);
  // No member yet: its requests are unsigned, so that the hub hears them through another address.
  node = await createNode(nodeEnvironment.parse({ ...(await hub.surroundings('node:py')), NODE_ID: 'node:py' }));
  await link().join('node:py', `http://127.0.0.1:${port}`, hub.network);
  await caughtUp();
}, 60_000);
afterAll(async () => {
  await node.close();
  await hostile.close();
  await hub.stop();
}, 60_000);

const link = (): LinkFacade => node.get(LinkFacade, { strict: false });
const sizeAt = async (app: NestExpressApplication): Promise<number> => {
  const [row]: { size: string }[] = await app.get(DataSource).query('select size from log_state');
  return Number(row?.size ?? 0);
};

/** Waits until the node holds what the hub holds. */
const caughtUp = async (): Promise<number> => {
  const size = await sizeAt(hub.app);
  await eventually(async () => ((await sizeAt(node)) === size ? true : undefined));
  return size;
};

const frontierOf = async (app: NestExpressApplication): Promise<unknown> =>
  (await app.get(DataSource).query('select size, frontier from log_state'))[0];

const altered = (text: string, at: number): string => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
const inEntry =
  (change: (entry: FeedEntry) => Partial<FeedEntry>, at = 1) =>
  (page: PageText) => ({
    ...page,
    entries: page.entries.map((entry, i) => (i === at ? { ...entry, ...change(entry) } : entry)),
  });
const inTail = (change: (tail: PageText['tail']) => Partial<PageText['tail']>) => (page: PageText) => ({
  ...page,
  tail: { ...page.tail, ...change(page.tail) },
});

/** The log's signature stands in the first line under the text, its word on the date in the last. */
const unsigned = (checkpoint: string): string => altered(checkpoint, checkpoint.indexOf('\n', checkpoint.indexOf('\n\n') + 2) - 20);
const undated = (checkpoint: string): string => altered(checkpoint, checkpoint.length - 20);
const governing = (leaf: string): string => leaf.replace('message', 'governance');

/** A checkpoint that the hub's own key signs, over a tree that nobody has: its size is `more` than the real one's. */
const forged = async (more: number): Promise<Lie> => {
  const { seed, publicKey } = await new KeyFiles(join(hub.folder, 'hub')).read('log');
  return inTail(({ checkpoint }) => {
    const real = parseCheckpoint(parseNote(checkpoint).text);
    const key = noteKey(real.origin, rawKey(publicKey.x)!);
    const lie = { ...real, size: real.size + more, root: new Uint8Array(32) };
    return { checkpoint: signCheckpoint(lie, key, (bytes) => signEd25519(seed, bytes)) };
  });
};

const sayThree = async (): Promise<void> => {
  const lines: string[] = [];
  let head = member.head;
  for (let i = 0; i < 3; i++) {
    const line = member.message(expectedPlace(head));
    const { epoch, seq } = expectedPlace(head);
    head = { epoch, seq, hash: toBase64url(hashOfMessage(line)) };
    lines.push(line);
  }
  const { entries } = await member.say(hub.receiptKey, ...lines);
  expect(entries.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
};

type Lie = (page: PageText) => PageText;
const dated = (leaf: string, byMs: number): string => leaf.replace(/\d+\n$/, (ms) => `${Number(ms) + byMs}\n`);

/** What the hub does to a page of three messages, what the node says, and at which of them; 3 is the tree that they make. */
const LIES: readonly (readonly [string, string, number, () => Lie | Promise<Lie>])[] = [
  ['changes one character of what a message says', 'signature-invalid', 1, () => inEntry(({ jws }) => ({ jws: altered(jws!, 400) }))],
  ['changes one character of a signature', 'signature-invalid', 1, () => inEntry(({ jws }) => ({ jws: altered(jws!, jws!.length - 40) }))],
  ['names another message in a leaf', 'proof-invalid', 1, () => inEntry(({ leaf }) => ({ leaf: altered(leaf, leaf.indexOf('=') - 20) }))],
  ['names another author in a leaf', 'proof-invalid', 1, () => inEntry(({ leaf }) => ({ leaf: leaf.replace('node:ma', 'node:pt') }))],
  ['dates a leaf back', 'proof-invalid', 1, () => inEntry(({ leaf }) => ({ leaf: dated(leaf, -86_400_000) }))],
  ['dates the last leaf one millisecond on', 'proof-invalid', 3, () => inEntry(({ leaf }) => ({ leaf: dated(leaf, 1) }), 2)],
  ['leaves a message out', 'proof-invalid', 1, () => (page) => ({ ...page, entries: page.entries.filter((_, i) => i !== 1) })],
  ['changes the order', 'proof-invalid', 0, () => (page) => ({ ...page, entries: page.entries.toReversed() })],
  [
    'keeps a message back that nobody may keep back',
    'proof-invalid',
    1,
    () => inEntry(({ leaf }) => ({ jws: null, leaf: governing(leaf) })),
  ],
  [
    'does not hold the key that signs its log',
    'proof-invalid',
    3,
    () => inTail(({ checkpoint }) => ({ checkpoint: unsigned(checkpoint) })),
  ],
  ['dates its checkpoint with another key', 'proof-invalid', 3, () => inTail(({ checkpoint }) => ({ checkpoint: undated(checkpoint) }))],
  ['signs another tree of the same size', 'proof-invalid', 3, () => forged(0)],
  ['signs a larger tree that does not hold this one', 'proof-invalid', 3, () => forged(1)],
  ['signs a smaller tree than it shows', 'proof-invalid', 3, () => forged(-1)],
];

describe('a node stops and names the position when its hub', () => {
  it.each(LIES)(
    '%s',
    async (_, code, offset, lie) => {
      const [size, before] = [await caughtUp(), await frontierOf(node)];
      const metrics = node.get(Metrics, { strict: false });
      const counted = await metrics.value('broken_pages_total', { code });
      hostile.tamper(await lie());
      await sayThree();
      const stopped = await eventually(async () => (await link().find())?.stopped ?? undefined);
      expect(stopped).toMatchObject({ code, position: size + offset });
      expect(await metrics.value('broken_pages_total', { code })).toBe(counted + 1);
      expect(await frontierOf(node)).toEqual(before);
      hostile.relent();
      await link().retry(randomUUID());
      expect(await caughtUp()).toBe(size + 3);
      expect(await frontierOf(node)).toEqual(await frontierOf(hub.app));
    },
    30_000,
  );
});

/** A hub of a later version: it takes a message that this version of the hub would refuse. */
const laterHubTakes = async (jws: string): Promise<void> => {
  const message = openMessage(jws, () => ({ x: member.signer.publicKey.x, use: 'msg' }));
  await hub.app.get(Sequencer, { strict: false }).accept({ sender: 'node:ma', hash: message.hash, lines: [{ message }] });
  const { epoch, seq } = message.envelope;
  member.head = { epoch, seq, hash: toBase64url(message.hash) };
};

const practicesAt = (app: NestExpressApplication): Promise<unknown[]> =>
  app.get(DataSource).query('select id, version, position from replica_practice order by position');
/** Page by page, as people at a node are shown it: the newest first. */
const quarantineAt = async (app: NestExpressApplication): Promise<readonly QuarantinedView[]> => {
  const aside = app.get(QuarantineQueries, { strict: false });
  const { items, next } = await aside.page({ limit: 1 });
  return next === undefined ? items : [...items, ...(await aside.page({ limit: 25, after: Number(next) })).items];
};

describe('every server goes on after a message', () => {
  it('that it cannot read, which it keeps and shows to nobody', async () => {
    const size = await caughtUp();
    const unknown = member.message({ type: 'practice.sung.v1', dataschema: 'nmirf:song/1.0', data: { verses: 3 } });
    await laterHubTakes(unknown);
    await laterHubTakes(member.message({ dataschema: 'nmirf:practice/2.0' }));
    await laterHubTakes(member.message({ data: { practice: 'of a shape nobody promised' } }));
    const [before] = await hub.query<{ count: number }>('select count(*)::int as count from replica_practice');
    await sayThree();
    await hub.holdings();
    expect(await caughtUp()).toBe(size + 6);
    const source = { source: 'node:ma', type: 'practice.published.v1' };
    for (const app of [hub.app, node]) {
      expect(await quarantineAt(app)).toEqual([
        { position: size + 2, ...source, dataschema: messageTypes['practice.published.v1'].dataschema, why: 'data-invalid' },
        { position: size + 1, ...source, dataschema: 'nmirf:practice/2.0', why: 'unknown-schema' },
      ]);
      expect(await app.get(DataSource).query('select jws from log_entry where pos = $1', [size])).toEqual([{ jws: unknown }]);
      expect(await practicesAt(app)).toHaveLength(before!.count + 3);
    }
    expect(await practicesAt(node)).toEqual(await practicesAt(hub.app));
  }, 30_000);
});
