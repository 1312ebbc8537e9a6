import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { RealServer } from '../harness/real-server.js';
import { query, RealNetwork } from '../harness/real-network.js';
import { eventually } from '../harness/waiting.js';
import { whileLocked } from '../harness/table-lock.js';
import { control } from '../../scripts/steps/pg-ctl.mjs';

/** Several processes of one server share a Redis. */
const [onRedis, notOnRedis] = process.env['REDIS_URL'] ? [describe, it.skip] : [describe.skip, it];
/** A PostgreSQL that somebody else runs is not ours to kill. */
const whereOurs = process.env['TEST_DATABASE_DIR'] ? it : it.skip;
/** More than get their checkpoint with their places: the hub signs behind the commit. */
const MESSAGES = 25;
const HOUR_MS = 3_600_000;

/** What a process loads first to have a clock that is wrong by this much. */
const shifted = (byMs: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(
    `const Real=Date;globalThis.Date=class extends Real{constructor(...a){a.length?super(...a):super(Real.now()+${byMs})}static now(){return Real.now()+${byMs}}}`,
  )}`;

const MESSAGES_DOOR = '/nmirf/v1/messages';

const network = new RealNetwork();

beforeAll(() => network.start(), 120_000);
afterAll(async () => {
  // One with a clock of its own stands in the place of the node.
  await network.nodes[0]?.stop();
  await network.stop();
}, 60_000);

/** Nothing lost, nothing doubled, one root everywhere. */
const expectWhole = async (): Promise<void> => {
  const [hub, ...nodes] = await network.settled();
  expect(hub).toMatchObject({ messages: hub!.size, gaps: 0 });
  for (const node of nodes) expect(node).toEqual(hub);
};

const databaseOf = ({ environment }: RealServer): string => environment['DATABASE_URL']!;

const ask = <Row extends object>(server: RealServer, statement: string): Promise<Row[]> => query<Row>(databaseOf(server), statement);

/** Who signs in at one process of the hub is known at another, and is nobody at either after signing out. */
const expectOneDoor = async (one: RealServer, other: RealServer): Promise<void> => {
  const [email, password] = ['officer@secretariat.example', 'a long enough password'];
  await network.employ(password, email);
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const asked = (server: RealServer, path: string, how: RequestInit) =>
    fetch(`http://127.0.0.1:${server.environment['PORT']}/api/${path}`, how);
  const entered = await asked(one, 'session', { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  const inside = { headers: { ...headers, cookie: entered.headers.get('set-cookie')!.split(';')[0]! } };
  expect(await (await asked(other, 'me', inside)).json()).toMatchObject({ email });
  expect((await asked(other, 'session', { method: 'DELETE', ...inside })).ok).toBe(true);
  expect((await asked(one, 'me', inside)).status).toBe(401);
};

/** Starts a server again that was killed; nodes that could not reach it meanwhile are told to try now. */
const startAgain = async (server: RealServer): Promise<void> => {
  await server.start();
  await network.retry();
};

/** Ends `server` when somebody waits to write into `table` of its database. */
const killAt = async (server: RealServer, table: string, messages = MESSAGES): Promise<void> => {
  await whileLocked({ database: databaseOf(server), table, mode: 'share' }, async (lock) => {
    await network.publish(messages);
    await lock.awaited();
    await server.kill();
    await lock.forget();
  });
};

const WIPE = `
  do $$ declare name text; begin
    for name in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'queue' and tablename not like '%migration%'
    loop execute 'truncate ' || name || ' cascade'; end loop;
  end $$`;

/** Does something with the queues' Redis. */
const withRedis = async <Result>(work: (redis: Redis) => Promise<Result>): Promise<Result> => {
  const redis = new Redis(process.env['REDIS_URL']!);
  try {
    return await work(redis);
  } finally {
    await redis.quit();
  }
};

/** Resolves when a ring waits in a queue, and nobody has taken it. */
const rungInQueue = (): Promise<unknown> =>
  withRedis((redis) => eventually(async () => ((await redis.keys('*:bells:wait')).length > 0 ? true : undefined)));

/** Everything the queues hold, on whichever backend they are: they only ring bells. */
const wipeQueues = async (): Promise<void> => {
  if (process.env['REDIS_URL'] === undefined) await Promise.all([network.hub, ...network.nodes].map((server) => ask(server, WIPE)));
  else await withRedis((redis) => redis.flushall());
};

describe('everything arrives once, although', () => {
  it('nothing happens', async () => {
    await network.publish(MESSAGES);
    await expectWhole();
  }, 60_000);

  it('the node is killed after it sealed, before the hub heard of it', async () => {
    const [node] = network.nodes as [RealServer, RealServer];
    const held = network.proxy.hold(MESSAGES_DOOR, 'request');
    await network.publish(MESSAGES);
    await held.reached;
    expect(await network.states()).toMatchObject({ sealed: MESSAGES });
    await node.kill();
    held.release();
    await node.start();
    await expectWhole();
  }, 60_000);

  it('the node is killed after it posted, before the answer', async () => {
    const [node] = network.nodes as [RealServer, RealServer];
    const held = network.proxy.hold(MESSAGES_DOOR, 'answer');
    await network.publish(MESSAGES);
    await held.reached;
    await node.kill();
    // The log would say what the answer said: here the hub is asked once more.
    const log = network.proxy.hold('/nmirf/v1/feed', 'request');
    held.release();
    await startAgain(node);
    await eventually(async () => ((await network.states())['sealed'] === undefined ? true : undefined));
    log.release();
    await expectWhole();
  }, 60_000);

  it.each([
    ['many', 'receipt', MESSAGES],
    ['a few, and signs', 'log_checkpoint', 1],
  ])(
    'the hub is killed inside the transaction that accepts %s',
    async (_, table, messages) => {
      const [before] = await ask(network.hub, 'select size from log_state');
      await killAt(network.hub, table, messages);
      expect(await ask(network.hub, 'select size from log_state')).toEqual([before]);
      await startAgain(network.hub);
      await expectWhole();
    },
    60_000,
  );

  it('the hub is killed after the commit, before it woke anybody or answered', async () => {
    const answer = network.proxy.hold(MESSAGES_DOOR, 'answer');
    await killAt(network.hub, 'log_checkpoint');
    await startAgain(network.hub);
    answer.release();
    await expectWhole();
  }, 60_000);

  it('the hub is killed inside its projection', async () => {
    await killAt(network.hub, 'replica_publication');
    await startAgain(network.hub);
    await expectWhole();
  }, 60_000);

  it('a node is killed inside apply', async () => {
    const node = network.nodes[1]!;
    await killAt(node, 'replica_publication');
    await startAgain(node);
    await expectWhole();
  }, 60_000);

  it('a node is killed between keeping a checkpoint and cosigning it', async () => {
    const node = network.nodes[1]!;
    const held = network.proxy.hold('/nmirf/v1/log/cosignatures', 'request');
    const [before] = await ask<{ size: string }>(network.hub, 'select size from log_state');
    await network.publish(1);
    // The other node may be the first to cosign: this one has kept the checkpoint all the same.
    const kept = `select 1 from log_checkpoint where size = ${before!.size} + 1`;
    await eventually(async () => ((await ask(node, kept)).length > 0 ? true : undefined));
    await node.kill();
    held.release();
    await node.start();
    await expectWhole();
    const words = await eventually(async () => {
      const found = await ask(
        network.hub,
        'select witness from log_cosignature where size = (select size from log_state) order by witness',
      );
      return found.length === 2 ? found : undefined;
    });
    expect(words).toEqual([{ witness: 'node:ma' }, { witness: 'node:pt' }]);
  }, 60_000);

  it('the queue is wiped over and over while messages are on their way', async () => {
    let areOnTheirWay = true;
    const wiping = (async () => {
      while (areOnTheirWay) await wipeQueues();
    })();
    await network.publish(MESSAGES);
    await expectWhole().finally(() => (areOnTheirWay = false));
    await wiping;
  }, 60_000);

  /** Who is at work there, and waits to write, and what it does. */
  it.each<readonly [string, () => RealServer, string]>([
    ['the hub signs', () => network.hub, 'log_checkpoint'],
    ['the hub brings into the library', () => network.hub, 'replica_publication'],
    ['a node writes down the hub’s answer', () => network.nodes[0]!, 'hub_receipt'],
    ['a node keeps a page of the log', () => network.nodes[1]!, 'log_entry'],
  ])(
    'every connection is cut while %s',
    async (_, server, table) => {
      await whileLocked({ database: databaseOf(server()), table, mode: 'share' }, async (lock) => {
        await network.publish(MESSAGES);
        await lock.awaited();
        await lock.cut();
      });
      await expectWhole();
    },
    60_000,
  );

  whereOurs(
    'PostgreSQL itself dies under load, and comes back, and again',
    async () => {
      for (let rounds = 0; rounds < 2; rounds++) {
        await network.publish(MESSAGES);
        await control(process.env['TEST_DATABASE_DIR']!, 'restart', '-m', 'immediate');
      }
      await network.retry();
      await expectWhole();
    },
    60_000,
  );

  /** A clock has nothing to do with the queues. */
  notOnRedis.each([
    ['an hour ahead', HOUR_MS],
    ['an hour behind', -HOUR_MS],
    ['a day ahead', 24 * HOUR_MS],
    ['a day behind', -24 * HOUR_MS],
  ])(
    'the clock of a node is %s',
    async (_, byMs) => {
      const before = network.nodes[0]!;
      await before.stop();
      network.nodes[0] = new RealServer('node', { ...before.environment, NODE_OPTIONS: shifted(byMs) });
      await network.nodes[0].start();
      await network.publish(5);
      await expectWhole();
    },
    60_000,
  );

  onRedis('the hub is four processes, and', () => {
    let serving: RealServer, other: RealServer, working: RealServer, idle: RealServer;

    beforeAll(async () => {
      [serving, other, working, idle] = await network.split('main', 'main', 'worker', 'worker');
    }, 60_000);

    it('the queue is wiped before those that work have heard what it rang for', async () => {
      for (const server of [working, idle]) server.suspend();
      await network.publish(MESSAGES);
      await rungInQueue();
      await wipeQueues();
      for (const server of [working, idle]) server.resume();
      await expectWhole();
    }, 90_000);

    it('one that serves is killed, and one that works', async () => {
      await expectOneDoor(serving, other);
      await network.publish(MESSAGES);
      await serving.kill();
      await network.publish(MESSAGES);
      await working.kill();
      await network.publish(MESSAGES);
      await startAgain(serving);
      await other.kill();
      await network.publish(MESSAGES);
      await network.retry();
      await expectWhole();
      await Promise.all([other.start(), working.start()]);
    }, 90_000);

    it('one that works is killed at work, of which the other has not heard', async () => {
      idle.suspend();
      await killAt(working, 'log_checkpoint');
      idle.resume();
      await expectWhole();
      await working.start();
    }, 90_000);
  });
});
