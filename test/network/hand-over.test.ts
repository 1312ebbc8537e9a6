import 'reflect-metadata';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { RecoveryService } from '../../apps/hub/src/network/recovery/recovery.service.js';
import { TakeOverService } from '../../apps/hub/src/network/recovery/take-over.service.js';
import { HubBundles } from '../../apps/hub/src/network/sequencer/hub-bundles.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { DecisionsService } from '../../apps/node/src/network/governance/decisions.service.js';
import { ProposalsQueries } from '../../apps/node/src/network/governance/proposals.queries.js';
import { ProposingService } from '../../apps/node/src/network/governance/proposing.service.js';
import { BundlesService } from '../../apps/node/src/network/sync/bundles.service.js';
import { FollowingService } from '../../apps/node/src/network/sync/following.service.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { OneHub } from '../harness/one-hub.js';
import { publishedPractice } from '../harness/published-practices.js';
import { eventually } from '../harness/waiting.js';

const hub = new OneHub();
const nodes = new Map<string, NestExpressApplication>();
const quietly = (): void => undefined;

beforeAll(async () => {
  await hub.start(2);
  for (const id of ['node:ma', 'node:pt', 'node:py'] as const) {
    const node = await createNode(nodeEnvironment.parse({ ...(await hub.surroundings(id)), NODE_ID: id }));
    nodes.set(id, node);
    await node.get(LinkFacade, { strict: false }).join(id, hub.url, hub.network);
  }
}, 60_000);
afterAll(async () => {
  for (const node of nodes.values()) await node.close();
  await hub.stop();
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
const allProven = (id: string, count: number): Promise<unknown> =>
  eventually(async () => {
    await awake();
    const rows: { state: string }[] = await db(id).query('select state from outgoing_message');
    return rows.length === count && rows.every(({ state }) => state === 'proven') ? true : undefined;
  });
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
  await publish('node:ma');
  await allProven('node:ma', 1);
  await at('node:ma').get(BundlesService, { strict: false }).write(folder, quietly);
  await publish('node:pt');
  await allProven('node:pt', 1);
  await together(hub.app, 'node:ma', 'node:pt', 'node:py');
  const held = (await at('node:ma').get(CheckpointStore, { strict: false }).latest())!;
  await hub.end();

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
  // What the folder lacked came from the members, to the newest root that they had confirmed.
  expect((await successor.app.get(CheckpointStore, { strict: false }).latest())!.root).toEqual(held.root);

  const reason = 'The machine of the hub is lost';
  await at('node:ma').get(ProposingService, { strict: false }).hub({ hub: file, reason });
  for (const id of ['node:ma', 'node:pt']) {
    const proposal = await openProposal(id);
    expect(proposal).toMatchObject({ by: 'node:ma', reason, needed: 2, hub: { url: successor.url } });
    // Nobody has said enough yet: the log is as long as it was.
    expect(await successor.app.get(DataSource).query('select size::int as size from log_state')).toEqual([{ size: held.size }]);
    await at(id).get(DecisionsService, { strict: false }).decide(proposal.hash, 'approve');
  }
  await allProven('node:ma', 3);
  await allProven('node:pt', 2);
  await publish('node:ma');
  await publish('node:pt');
  await allProven('node:ma', 4);
  await allProven('node:pt', 3);
  await together(successor.app, 'node:ma', 'node:pt');

  // The machine of the old hub is found again, and shows the way to those whom nobody has told.
  const sign = join(hub.folder, 'from-successor');
  await successor.app.get(HubBundles, { strict: false }).write(sign, undefined, quietly);
  await hub.again();
  await hub.app.get(RecoveryService, { strict: false }).read(sign, quietly);
  await together(successor.app, 'node:py');
  await publish('node:ma');
  await allProven('node:ma', 5);
  await together(successor.app, 'node:ma', 'node:pt', 'node:py');
  for (const id of nodes.keys())
    expect(await db(id).query('select hub, stopped from link')).toEqual([{ hub: successor.url, stopped: null }]);
  const [row] = await successor.app.get(DataSource).query(
    `select (select count(*) from log_entry where source = 'node:ma')::int as ma, (select count(*) from log_entry where source = 'node:pt')::int as pt,
            (select count(*) from fork_evidence)::int as forks, (select count(*) from hand_over_batch)::int as kept`,
  );
  expect(row).toEqual({ ma: 5, pt: 3, forks: 0, kept: 0 });
}, 120_000);
