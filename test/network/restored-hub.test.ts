import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { RecoveryService } from '../../apps/hub/src/network/recovery/recovery.service.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { OneHub } from '../harness/one-hub.js';
import type { PlainMember } from '../harness/plain-member.js';
import { copyDatabase, type TestDatabase } from '../harness/postgres.js';
import { publishedPractice } from '../harness/published-practices.js';
import { eventually } from '../harness/waiting.js';

const hub = new OneHub();
let [node, member, backup]: [NestExpressApplication?, PlainMember?, TestDatabase?] = [];

beforeAll(async () => {
  await hub.start();
  node = await createNode(nodeEnvironment.parse({ ...(await hub.surroundings('node:ma')), NODE_ID: 'node:ma' }));
  await node.get(LinkFacade, { strict: false }).join('node:ma', hub.url, hub.network);
  member = await hub.member('node:pt');
}, 60_000);
afterAll(async () => {
  await node?.close();
  await hub.stop();
  await backup?.drop();
}, 60_000);

const db = (): DataSource => node!.get(DataSource);
const publish = async (count: number): Promise<void> => {
  const outgoing = node!.get(OutgoingFacade, { strict: false });
  await db().transaction(async (tx) => {
    for (let i = 0; i < count; i++) {
      const data = publishedPractice();
      await outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data });
    }
  });
  await outgoing.ring();
};
const inState = (state: string, messages: number): Promise<unknown> =>
  eventually(async () => {
    // The line rests after each failure; a test does not wait for that.
    await db().query('update link set next_try_at = null');
    const [row] = await db().query('select count(*)::int as count from outgoing_message where state = $1', [state]);
    return row.count === messages ? row : undefined;
  });
const logOf = async (app: NestExpressApplication) =>
  (await app.get(DataSource).query(`select size::int as size, encode(frontier, 'hex') as frontier from log_state`))[0];
const recovery = (): RecoveryService => hub.app.get(RecoveryService, { strict: false });

it('takes back from a member what a restored hub has lost, and nothing new before; nothing is lost, nothing doubled', async () => {
  await publish(2);
  await inState('proven', 2);
  backup = await copyDatabase(await hub.end());
  await hub.again();
  await publish(3);
  await member!.say(hub.receiptKey, member!.message());
  await inState('proven', 5);
  // The hub takes one more that no member reads before the hub is lost.
  const lost = withLockInTurn(db(), 'pull', async () => {
    await publish(1);
    await inState('accepted', 1);
    await hub.end();
  });
  // What the puller waits for comes, and it lets go of its lock.
  await member!.say(hub.receiptKey, member!.message());
  await lost;
  const held = await node!.get(CheckpointStore, { strict: false }).latest();

  await hub.again(backup.url);
  const state = await eventually(async () => {
    await db().query('update link set next_try_at = null');
    const now = await recovery().state();
    return now && now.size >= held!.size ? now : undefined;
  });
  expect(state).toMatchObject({ size: held!.size, target: held!.size });
  const refused = await member!.post([member!.message()]);
  expect([refused.status, (await refused.json()) as unknown]).toMatchObject([503, { code: 'recovery', retry: 'later' }]);
  // node:pt has keys and no server: nobody knows whether it holds more.
  await eventually(async () => {
    await db().query('update link set next_try_at = null');
    return (await recovery().state())?.missing.join() === 'node:pt' ? true : undefined;
  });
  await recovery().settle();
  expect(await recovery().state()).toBeDefined();
  await recovery().resume();
  await db().query('update link set next_try_at = null');
  await node!.get(OutgoingFacade, { strict: false }).ring();

  await inState('proven', 6);
  expect(await db().query('select stopped from link')).toEqual([{ stopped: null }]);
  await member!.say(hub.receiptKey, member!.message());
  await eventually(async () => ((await logOf(node!)).frontier === (await logOf(hub.app)).frontier ? true : undefined));
  const [row] = await hub.query(
    `select (select count(*) from log_entry where source = 'node:ma')::int as own, (select count(*) from fork_evidence)::int as forks,
            (select string_agg(action, ' ' order by id) from audit_entry) as noted`,
  );
  expect(row).toEqual({ own: 6, forks: 0, noted: 'hub.recovery-begun hub.recovery-ended' });
}, 90_000);
