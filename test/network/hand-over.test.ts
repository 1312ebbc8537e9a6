import 'reflect-metadata';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Files } from '@nmirf/platform/files/files';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { PageStore } from '@nmirf/replica/log/page-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { RecoveryService } from '../../apps/hub/src/network/recovery/recovery.service.js';
import { TakeOverService } from '../../apps/hub/src/network/recovery/take-over.service.js';
import { HubBundles } from '../../apps/hub/src/network/sequencer/hub-bundles.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../apps/node/src/foundation/link/node-keys.facade.js';
import { DecisionsService } from '../../apps/node/src/network/governance/decisions.service.js';
import { ProposalsQueries } from '../../apps/node/src/network/governance/proposals.queries.js';
import { ProposingService } from '../../apps/node/src/network/governance/proposing.service.js';
import { BundlesService } from '../../apps/node/src/network/sync/bundles.service.js';
import { FetchWorker } from '../../apps/node/src/network/sync/fetch.worker.js';
import { FollowingService } from '../../apps/node/src/network/sync/following.service.js';
import { HubClient } from '../../apps/node/src/network/sync/hub-client.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { PageKeeper } from '../../apps/node/src/network/sync/page-keeper.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { OneHub } from '../harness/one-hub.js';
import { copyDatabase, type TestDatabase } from '../harness/postgres.js';
import { publishedPractice } from '../harness/published-practices.js';
import { digestOf, pdfOf, publishedResource, referenceTo } from '../harness/published-resources.js';
import { eventually } from '../harness/waiting.js';

const hub = new OneHub();
const nodes = new Map<string, NestExpressApplication>();
const quietly = (): void => undefined;
let backup: TestDatabase | undefined;

beforeAll(async () => {
  await hub.start(2);
  for (const id of ['node:ma', 'node:pt', 'node:py'] as const) {
    // Files come to node:pt when somebody asks for them.
    const files = id === 'node:pt' ? { FILES_FETCH_UP_TO_MIB: '0' } : {};
    const node = await createNode(nodeEnvironment.parse({ ...(await hub.surroundings(id)), ...files, NODE_ID: id }));
    nodes.set(id, node);
    await node.get(LinkFacade, { strict: false }).join(id, hub.url, hub.network);
  }
}, 60_000);
afterAll(async () => {
  for (const node of nodes.values()) await node.close();
  await hub.stop();
  await backup?.drop();
}, 60_000);

const at = (id: string): NestExpressApplication => nodes.get(id)!;
const db = (id: string): DataSource => at(id).get(DataSource);
const logOf = async (app: NestExpressApplication): Promise<string> =>
  (await app.get(DataSource).query(`select encode(frontier, 'hex') as frontier from log_state`))[0].frontier;
/** Lines rest after failures; a test does not wait for that. */
const awake = async (): Promise<void> => {
  for (const node of nodes.values()) await node.get(DataSource).query('update link set next_try_at = null');
};
const publish = async (id: string): Promise<void> => {
  const [outgoing, data] = [at(id).get(OutgoingFacade, { strict: false }), publishedPractice()];
  await db(id).transaction((tx) => outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data }));
  await outgoing.ring();
};
/** Shares a resource with one file. */
const share = async (id: string, bytes: Buffer): Promise<void> => {
  const [sha256, part] = [digestOf(bytes), { from: 0, size: bytes.length, type: 'application/pdf' }] as const;
  await at(id).get(Files, { strict: false }).receive({ source: 'desk', quota: bytes.length }, sha256, part, bytes);
  const [outgoing, data] = [at(id).get(OutgoingFacade, { strict: false }), publishedResource([referenceTo(bytes)])];
  const { files } = data.summary;
  const subject = `resource:${data.resource}`;
  await db(id).transaction((tx) => outgoing.submit(tx, { type: 'resource.published.v1', subject, data, files }));
  await outgoing.ring();
};
const holds = async (app: NestExpressApplication, bytes: Buffer): Promise<boolean> =>
  (await app.get(Files, { strict: false }).find(digestOf(bytes))) !== undefined;
const inState = (id: string, state: string, count: number): Promise<unknown> =>
  eventually(async () => {
    await awake();
    const [row] = await db(id).query('select count(*)::int as count from outgoing_message where state = $1', [state]);
    return row.count === count ? true : undefined;
  });
const allProven = (id: string, count: number): Promise<unknown> => inState(id, 'proven', count);
/** Does this while no node reads the log. What they wait for comes, and they let go. */
const unread = async (work: () => Promise<void>): Promise<void> => {
  let release = (): void => undefined;
  const done = new Promise<void>((resolve) => (release = resolve));
  const held = [...nodes.keys()].map((id) => {
    let locked = (): void => undefined;
    const got = new Promise<void>((resolve) => (locked = resolve));
    return { got, over: withLockInTurn(db(id), 'pull', () => (locked(), done)) };
  });
  await publish('node:pt');
  await Promise.all(held.map(({ got }) => got));
  await work();
  release();
  await Promise.all(held.map(({ over }) => over));
};
/** One node reads one leaf of all that the hub has. */
const readOne = async (id: 'node:ma'): Promise<void> => {
  const [link, pages] = [await at(id).get(LinkFacade, { strict: false }).find(), at(id).get(PageStore, { strict: false })];
  const known = await pages.known(hub.network);
  const keys = await at(id).get(NodeKeysFacade, { strict: false }).candidates(known.trust);
  const asked = await at(id).get(HubClient, { strict: false }).feed(link!, known.frontier.size, 1, 0, [keys[0], undefined]);
  await at(id)
    .get(PageKeeper, { strict: false })
    .keep(id, known, await pages.verified(asked, known));
};
const together = (app: NestExpressApplication, ...ids: readonly string[]): Promise<unknown> =>
  eventually(async () => {
    await awake();
    const logs = await Promise.all([app, ...ids.map(at)].map(logOf));
    return new Set(logs).size === 1 ? true : undefined;
  });
const openProposal = (id: string) =>
  eventually(async () => {
    const all = await at(id).get(ProposalsQueries, { strict: false }).all();
    return all.find(({ type, open }) => type === 'network.hub.proposed.v1' && open);
  });

it('goes on at another machine, out of a member’s copy, when the hub is lost; nothing is lost and nothing doubled', async () => {
  const folder = join(hub.folder, 'from-morocco');
  const bytes = pdfOf(300_000);
  await share('node:ma', bytes);
  await allProven('node:ma', 1);
  await at('node:ma').get(BundlesService, { strict: false }).write(folder, quietly);
  await publish('node:pt');
  await allProven('node:pt', 1);
  await together(hub.app, 'node:ma', 'node:pt', 'node:py');
  // The hub takes two more, is lost, and of these only the first was read, by one member, under a checkpoint over both.
  await unread(async () => {
    backup = await copyDatabase(await hub.end());
    await hub.again();
    await publish('node:ma');
    await publish('node:ma');
    await inState('node:ma', 'accepted', 2);
    await eventually(async () => {
      const [row] = await hub.query<{ open: boolean }>('select size > (select max(size) from log_checkpoint) as open from log_state');
      return row!.open ? undefined : true;
    });
    await readOne('node:ma');
    await hub.end();
  });
  const held = (await at('node:ma').get(CheckpointStore, { strict: false }).latest())!;
  const size = held.size + 1;

  const successor = await hub.successor('successor');
  const file = await successor.app.get(TakeOverService, { strict: false }).prepare(folder, successor.url, quietly);
  await successor.listen();
  for (const id of ['node:ma', 'node:pt']) await at(id).get(FollowingService, { strict: false }).follow(successor.url);
  const recovery = successor.app.get(RecoveryService, { strict: false });
  await eventually(async () => {
    await awake();
    await recovery.settle();
    return (await recovery.state()) === undefined ? true : undefined;
  });
  // The file, which no folder carries, comes from the members, and the new hub counts it for its author.
  await eventually(async () => ((await holds(successor.app, bytes)) ? true : undefined));
  expect(await successor.app.get(DataSource).query('select source from blob')).toEqual([{ source: 'node:ma' }]);
  // What the folder lacked came from the members, to the newest root that they had confirmed.
  expect((await successor.app.get(CheckpointStore, { strict: false }).latest())!.root).toEqual(held.root);

  // Behind that root it has the leaf that one member gave, and gives it to the other; who is that far waits for more.
  await together(successor.app, 'node:ma', 'node:pt');
  expect((await fetch(`${successor.url}/nmirf/v1/feed?from=${size}`)).status).toBe(200);
  expect((await fetch(`${successor.url}/nmirf/v1/feed?from=${size + 1}`)).status).toBe(409);

  const reason = 'The machine of the hub is lost';
  await at('node:ma').get(ProposingService, { strict: false }).hub({ hub: file, reason });
  for (const id of ['node:ma', 'node:pt']) {
    const proposal = await openProposal(id);
    expect(proposal).toMatchObject({ by: 'node:ma', reason, needed: 2, hub: { url: successor.url } });
    // Nobody has said enough yet: the log is as long as it was.
    expect(await successor.app.get(DataSource).query('select size::int as size from log_state')).toEqual([{ size }]);
    // The last word makes it the hub, and what was said is answered all the same.
    const decided = await at(id).get(DecisionsService, { strict: false }).decide(proposal.hash, 'approve');
    expect(decided).toEqual({ ...proposal, own: 'approve', open: false });
  }
  await allProven('node:ma', 5);
  await allProven('node:pt', 3);
  await publish('node:ma');
  await publish('node:pt');
  await allProven('node:ma', 6);
  await allProven('node:pt', 4);
  await together(successor.app, 'node:ma', 'node:pt');

  // The old hub comes back, as it was backed up, and shows the way to those whom nobody has told.
  const sign = join(hub.folder, 'from-successor');
  await successor.app.get(HubBundles, { strict: false }).write(sign, undefined, quietly);
  await hub.again({ DATABASE_URL: backup!.url });
  await hub.app.get(RecoveryService, { strict: false }).read(sign, quietly);
  await together(successor.app, 'node:py');
  await publish('node:ma');
  await allProven('node:ma', 7);
  await together(successor.app, 'node:ma', 'node:pt', 'node:py');
  expect(await holds(at('node:pt'), bytes)).toBe(false);
  await db('node:pt').query('insert into wanted_file (sha256, asked_at) values ($1, now())', [digestOf(bytes)]);
  await at('node:pt').get(FetchWorker, { strict: false }).changed();
  await eventually(async () => ((await holds(at('node:pt'), bytes)) ? true : undefined));
  for (const id of nodes.keys())
    expect(await db(id).query('select hub, stopped from link')).toEqual([{ hub: successor.url, stopped: null }]);
  const [row] = await successor.app.get(DataSource).query(
    `select (select count(*) from log_entry where source = 'node:ma')::int as ma, (select count(*) from log_entry where source = 'node:pt')::int as pt,
            (select count(*) from fork_evidence)::int as forks, (select count(*) from hand_over_batch)::int as kept`,
  );
  expect(row).toEqual({ ma: 7, pt: 4, forks: 0, kept: 0 });
}, 120_000);
