import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { PAGE_LEAVES } from '@nmirf/replica/log/feed-page';
import { PageStore } from '@nmirf/replica/log/page-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { RecoveryService } from '../../apps/hub/src/network/recovery/recovery.service.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../apps/node/src/foundation/link/node-keys.facade.js';
import { HubClient } from '../../apps/node/src/network/sync/hub-client.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { PageKeeper } from '../../apps/node/src/network/sync/page-keeper.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { OneHub } from '../harness/one-hub.js';
import type { PlainMember } from '../harness/plain-member.js';
import { copyDatabase, type TestDatabase } from '../harness/postgres.js';
import { publishedPractice } from '../harness/published-practices.js';
import { eventually } from '../harness/waiting.js';

describe('a node that is restored from a backup', () => {
  const hub = new OneHub();
  let environment: Record<string, string>;
  let node: NestExpressApplication;

  const start = async (database?: string): Promise<NestExpressApplication> => {
    const url = database === undefined ? {} : { DATABASE_URL: database };
    return createNode(nodeEnvironment.parse({ ...environment, ...url, NODE_ID: 'node:ma' }));
  };

  beforeAll(async () => {
    await hub.start();
    environment = await hub.surroundings('node:ma');
    node = await start();
    await node.get(LinkFacade, { strict: false }).join('node:ma', hub.url, hub.network);
  }, 60_000);
  afterAll(async () => {
    await node.close();
    await hub.stop();
  }, 60_000);

  const publish = async (count: number): Promise<void> => {
    const outgoing = node.get(OutgoingFacade, { strict: false });
    await node.get(DataSource).transaction(async (tx) => {
      for (let i = 0; i < count; i++) {
        const data = publishedPractice();
        await outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data });
      }
    });
    await outgoing.ring();
  };

  const count = async (where: string): Promise<number> => {
    const [row]: { count: number }[] = await node
      .get(DataSource)
      .query(`select count(*)::int as count from outgoing_message where ${where}`);
    return row!.count;
  };
  const proven = (messages: number) => eventually(async () => ((await count(`state = 'proven'`)) === messages ? true : undefined));
  const pause = (until: string) => node.get(DataSource).query(`update link set next_try_at = ${until}`);

  it('reads its own messages back from the log, sends nothing twice, and goes on without a fork', async () => {
    await publish(2);
    await proven(2);
    await pause(`now() + interval '1 day'`);
    await publish(2);
    await node.close();
    const backup = await copyDatabase(environment['DATABASE_URL']!);

    node = await start();
    await pause('null');
    await publish(3);
    await proven(7);
    await node.close();

    node = await start(backup.url);
    await pause('null');
    await publish(1);
    await proven(8);
    expect(await count('found')).toBe(3);
    const [row] = await hub.query<{ messages: number; forks: number }>(
      `select (select count(*) from log_entry where source = 'node:ma')::int as messages, (select count(*) from fork_evidence)::int as forks`,
    );
    expect(row).toEqual({ messages: 8, forks: 0 });
    await node.close();
    await backup.drop();
    node = await start();
  }, 60_000);
});

describe('a hub that is restored from a backup', () => {
  const hub = new OneHub();
  let [node, member, backup, second]: [NestExpressApplication?, PlainMember?, TestDatabase?, TestDatabase?] = [];

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
    await second?.drop();
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
  /** As often as it takes: lines rest after failures, and a test does not wait for that. */
  const soon = <Found>(look: () => Promise<Found | undefined>): Promise<Found> =>
    eventually(async () => {
      await db().query('update link set next_try_at = null');
      return look();
    });
  const at = <Piece>(piece: abstract new (...given: never[]) => Piece): Piece => node!.get(piece, { strict: false });
  const hundred = (of: PlainMember): string[] =>
    Array.from({ length: 100 }, () => {
      const line = of.message();
      of.heard(line);
      return line;
    });
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

    await hub.again({ DATABASE_URL: backup.url });
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

  it('takes back leaves that no member holds a whole checkpoint of, under what tied each page of them', async () => {
    const before = (await logOf(hub.app)).size as number;
    second = await copyDatabase(await hub.end());
    await hub.again();
    // The node reads two pages of a log that is longer, and the hub is lost before it reads the rest.
    await withLockInTurn(db(), 'pull', async () => {
      for (let batches = 0; batches < 12; batches++) await member!.say(hub.receiptKey, ...hundred(member!));
      const [link, pages, keeper] = [await at(LinkFacade).find(), at(PageStore), at(PageKeeper)];
      for (let page = 0; page < 2; page++) {
        const known = await pages.known(hub.network);
        const keys = await at(NodeKeysFacade).candidates(known.trust);
        const asked = await at(HubClient).feed(link!, known.frontier.size, PAGE_LEAVES, 0, [keys[0], undefined]);
        await keeper.keep('node:ma', known, await pages.verified(asked, known));
      }
      await hub.end();
    });
    await hub.again({ DATABASE_URL: second.url });
    const held = before + 2 * PAGE_LEAVES;
    const state = await soon(async () => {
      const now = await recovery().state();
      return now && now.size >= held ? now : undefined;
    });
    expect(state).toMatchObject({ size: held, target: held });
    await recovery().resume();
    await publish(1);
    await inState('proven', 7);
    expect(await logOf(node!)).toEqual(await logOf(hub.app));
    expect(await db().query('select stopped, (select count(*) from page_tie)::int as ties from link')).toEqual([
      { stopped: null, ties: 0 },
    ]);
  }, 90_000);
});
