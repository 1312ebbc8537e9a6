import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { OneHub } from '../harness/one-hub.js';
import { publishedPractice } from '../harness/published-practices.js';
import { copyDatabase } from '../harness/postgres.js';
import { eventually } from '../harness/waiting.js';

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
  const [row]: { count: number }[] = await node.get(DataSource).query(`select count(*)::int as count from outgoing_message where ${where}`);
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
