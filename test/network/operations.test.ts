import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FeedService } from '../../apps/hub/src/network/log/feed.service.js';
import { EnrolmentsQueries } from '../../apps/hub/src/network/enrolment/enrolments.queries.js';
import { goodKeys, statusAt, type Trust } from '@nmirf/federation/trust';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { ProposalsQueries } from '../../apps/node/src/network/governance/proposals.queries.js';
import { MembershipQueries } from '../../apps/node/src/network/membership/membership.queries.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { Guide } from '../harness/guide.js';
import { serveHub } from '../harness/served-hub.js';
import { Surroundings } from '../harness/surroundings.js';
import { eventually } from '../harness/waiting.js';

const END = Number.MAX_SAFE_INTEGER;
const guide = new Guide('docs/operations.md');
const running = new Map<Server, Running>();
interface Running {
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}
type Server = 'hub' | 'ma' | 'pt' | 'py' | 'next';
let surroundings: Surroundings;
const told = {} as Record<Server, Record<string, string>>;

beforeAll(async () => {
  surroundings = await Surroundings.make('operations');
  for (const server of ['hub', 'ma', 'pt', 'py', 'next'] as const)
    told[server] = { ...(await surroundings.of(server)), ...(server.length === 2 && { NODE_ID: `node:${server}` }) };
}, 60_000);
afterAll(async () => {
  for (const server of running.keys()) await stop(server);
  await surroundings.end();
}, 60_000);

const path = (name: string): string => join(surroundings.folder, name);
const start = async (server: Server): Promise<void> => {
  running.set(server, await ('NODE_ID' in told[server] ? startNode : serveHub)(told[server]));
};
const startNode = async (environment: Readonly<Record<string, string>>): Promise<Running> => {
  const app = await createNode(nodeEnvironment.parse(environment));
  await app.listen(environment['PORT']!, '127.0.0.1');
  return { app, close: () => app.close() };
};
const stop = async (server: Server): Promise<void> => {
  await running.get(server)?.close();
  running.delete(server);
};
/** Gives a line of the guide at a server. */
const at = (server: Server, line: string, changes: Readonly<Record<string, string>> = {}, input?: string): Promise<string> =>
  guide.give(told[server], line, changes, input);
const trustAt = (server: Server): Promise<Trust> => {
  const { app } = running.get(server)!;
  return eventually(() => app.get(TrustStore, { strict: false }).current(app.get(DataSource).manager));
};
/** Waits until a server's log says so. */
const until = (server: Server, isSo: (trust: Trust) => boolean): Promise<true> =>
  eventually(async () => (isSo(await trustAt(server)) ? true : undefined));
const statusIs = (server: Server, id: string, status: string): Promise<true> =>
  until(server, (trust) => statusAt(trust, id as 'node:py', END) === status);

/** "Try again now", as the page of the queue offers it: nobody wants to wait for the line's back-off. */
const retry = (server: Server): Promise<void> => running.get(server)!.app.get(LinkFacade, { strict: false }).retry(randomUUID());

/** What the last proposal is called, once a node knows it and it can be decided. */
const openAt = (server: Server): Promise<string> =>
  eventually(async () => {
    const all = await running.get(server)!.app.get(ProposalsQueries, { strict: false }).all();
    return all.find(({ open }) => open)?.hash;
  });
/** Both members of the committee agree to what is open. */
const agree = async (...members: readonly Server[]): Promise<void> => {
  const hash = await openAt(members[0]!);
  for (const member of members) {
    await eventually(async () => ((await openAt(member)) === hash ? true : undefined));
    await at(member, 'npx nmirf-node decide HASH --approve', { HASH: hash });
  }
};
const mechanism = async (country: string, region: string, language: string): Promise<{ readonly 'mechanism.json': string }> => {
  const file = path(`${country}.json`);
  const [, example] = /```json\n([\s\S]+?)```/.exec(await readFile('docs/operations.md', 'utf8'))!;
  await writeFile(file, JSON.stringify({ ...(JSON.parse(example!) as object), country, region, languages: [language] }));
  return { 'mechanism.json': file };
};
const GENESIS = () => ({ 'genesis.json': path('genesis.json') });
const OFFICER =
  'npx nmirf-hub person add --email first@example.org --name "First officer" --language en --roles secretariat,administrator --password-stdin < password.txt';

it('founds a network', async () => {
  const files = { 'ma.json': path('ma.json'), 'pt.json': path('pt.json'), ...GENESIS() };
  for (const [server, country, region] of [
    ['ma', 'MAR', 'africa'],
    ['pt', 'PRT', 'europe'],
  ] as const)
    await at(server, 'npx nmirf-node found founding.json --mechanism mechanism.json', {
      'founding.json': path(`${server}.json`),
      ...(await mechanism(country, region, 'fr')),
    });
  await at('hub', 'npx nmirf-hub genesis ma.json pt.json --admit 2 --out genesis.json', files);
  for (const server of ['ma', 'pt'] as const) await at(server, 'npx nmirf-node init --genesis genesis.json', GENESIS());
  await at(
    'ma',
    'npx nmirf-node person add --email officer@example.org --name "Focal point" --language fr --roles administrator --password-stdin < password.txt',
    {},
    'a long enough password\n',
  );
  for (const email of ['first@example.org', 'second@example.org'])
    await at('hub', OFFICER, { 'first@example.org': email }, 'a long enough password\n');
  for (const server of ['hub', 'ma', 'pt'] as const) await start(server);
  await statusIs('pt', 'node:ma', 'active');
});

it('lets a mechanism join', async () => {
  const file = { 'invitation.json': path('invitation.json') };
  await at(
    'hub',
    'npx nmirf-hub invite node:py --mechanism mechanism.json --out invitation.json --by first@example.org --by second@example.org',
    { ...file, ...(await mechanism('PRY', 'americas', 'es')) },
  );
  expect(await at('py', 'npx nmirf-node enrol invitation.json', file)).toMatch(/([0-9A-Z]{4} ){5}/);
  const { id } = (await running.get('hub')!.app.get(EnrolmentsQueries, { strict: false }).enrolments({ limit: 10 })).items[0]!;
  expect(await at('hub', 'npx nmirf-hub enrolments')).toContain(id);
  for (const email of ['first@example.org', 'second@example.org'])
    await at('hub', 'npx nmirf-hub approve 0194… --by first@example.org', { '0194…': id, 'first@example.org': email });
  const hash = await openAt('ma');
  expect(await at('ma', 'npx nmirf-node proposals')).toContain(hash);
  const unknown = { HASH: `-${'A'.repeat(42)}` };
  await expect(at('ma', 'npx nmirf-node decide HASH --approve', unknown)).rejects.toMatchObject({ code: 'proposal/not-found' });
  await agree('ma', 'pt');
  await start('py');
  await statusIs('py', 'node:py', 'active');
  await eventually(async () => ((await at('hub', 'npx nmirf-hub members')).includes('node:py') ? true : undefined));
});

const keyOf = async (use: 'msg' | 'wit'): Promise<string> => goodKeys(await trustAt('py'), 'node:py', use, END)[0]!.x;
const RECOVERY = () => ({ '/media/safe/rec.pem': path('rec.pem') });

it('replaces and takes back keys of a node', async () => {
  await rename(join(told.py['KEYS_DIR']!, 'rec.pem'), path('rec.pem'));
  for (const use of ['msg', 'wit'] as const) {
    const before = await keyOf(use);
    await at('py', `npx nmirf-node rotate ${use}`);
    await until('py', (trust) => goodKeys(trust, 'node:py', use, END).every(({ x }) => x !== before));
  }
  await at('py', 'npx nmirf-node rotate agreement');
  await eventually(async () => ((await at('py', 'npx nmirf-node keys')).includes('agreement') ? true : undefined));
  const { keys } = await running.get('py')!.app.get(MembershipQueries, { strict: false }).own();
  const { kid } = keys.find(({ use, from, to }) => use === 'msg' && from !== undefined && to === undefined)!;
  const revoke =
    'npx nmirf-node revoke node:py#KEY --recovery-key /media/safe/rec.pem --distrust-from 4711 --reason "The server was broken into"';
  await at('py', revoke, { ...RECOVERY(), 'node:py#KEY': kid, '4711': '5' });
  await at('py', 'npx nmirf-node send --recovery-key /media/safe/rec.pem', RECOVERY());
  await until('py', (trust) => goodKeys(trust, 'node:py', 'msg', END).every(({ x }) => !kid.endsWith(x)));
});

it('changes who is a member', async () => {
  const propose = 'npx nmirf-node propose node:py suspended --reason "At its own request, while its server is rebuilt"';
  for (const status of ['suspended', 'active']) {
    await at('ma', propose, { suspended: status });
    await agree('ma', 'pt');
    await statusIs('ma', 'node:py', status);
  }
  expect(await at('ma', 'npx nmirf-node status')).toMatch(/status +up/);
  await at('ma', 'npx nmirf-node queue');
});

const FROM_HUB = () => ({ '/media/stick/from-hub': path('from-hub') });
const FROM_NODE = () => ({ '/media/stick/from-node': path('from-node') });

it('carries the log to a node without a line, and back', async () => {
  await at('hub', 'npx nmirf-hub export /media/stick/from-hub --for node:py', FROM_HUB());
  // A server that waits for news of its hub is waited for.
  await stop('py');
  await at('py', 'npx nmirf-node import /media/stick/from-hub', FROM_HUB());
  await at('py', 'npx nmirf-node export /media/stick/from-node', FROM_NODE());
  await start('py');
  await at('hub', 'npx nmirf-hub import /media/stick/from-node', FROM_NODE());
});

it('recovers the hub', async () => {
  await stop('hub');
  await at('hub', 'npx nmirf-hub recover');
  await at('hub', 'npx nmirf-hub recover /media/stick/from-node', FROM_NODE());
  expect(await at('hub', 'npx nmirf-hub recover --show')).toContain('missing');
  await start('hub');
  await at('hub', 'npx nmirf-hub recover --resume');
  // Whoever looks once more begins nothing.
  for (let i = 0; i < 2; i++) expect(await at('hub', 'npx nmirf-hub recover --show')).not.toContain('missing');
  for (const server of ['ma', 'pt', 'py'] as const) await retry(server);
});

it('replaces keys and address of the hub', async () => {
  const before = (await trustAt('ma')).hub.keys.length;
  await at('hub', 'npx nmirf-hub rotate msg receipt log --reason "Yearly renewal"');
  await agree('ma', 'pt');
  await until('ma', ({ hub }) => hub.keys.length === before + 3);
  const url = `http://localhost:${told.hub['PORT']}`;
  await at('hub', 'npx nmirf-hub rotate --url https://hub.example.org --reason "Another host name"', { 'https://hub.example.org': url });
  await agree('ma', 'pt');
  await stop('hub');
  told.hub['PUBLIC_URL'] = url;
  await start('hub');
  for (const server of ['ma', 'pt', 'py'] as const) await retry(server);
  await until('py', ({ hub }) => hub.url === url);
});

it('hands the hub over', async () => {
  await stop('hub');
  const to = { 'hub.json': path('hub.json'), 'https://new-hub.example.org': told.next['PUBLIC_URL']! };
  await at('ma', 'npx nmirf-node export /media/stick/from-node', { '/media/stick/from-node': path('from-ma') });
  await at('next', 'npx nmirf-hub take-over /media/stick/from-node --out hub.json', { '/media/stick/from-node': path('from-ma'), ...to });
  await start('next');
  for (const server of ['ma', 'pt'] as const) await at(server, 'npx nmirf-node follow https://new-hub.example.org', to);
  await at('next', 'npx nmirf-hub recover --resume');
  for (const server of ['ma', 'pt'] as const) await retry(server);
  await at('ma', 'npx nmirf-node propose-hub hub.json --reason "The secretariat moves"', to);
  await agree('ma', 'pt');
  await at('py', 'npx nmirf-node follow https://new-hub.example.org', to);
  await retry('py');
  for (const server of ['ma', 'pt', 'py'] as const) await until(server, ({ hub }) => hub.url === told.next['PUBLIC_URL']);
  await at('next', 'npx nmirf-hub export /media/stick/from-hub', { '/media/stick/from-hub': path('from-next') });
  await at('hub', 'npx nmirf-hub recover /media/stick/from-hub', { '/media/stick/from-hub': path('from-next') });
  const link = await running.get('py')!.app.get(LinkFacade, { strict: false }).find();
  expect(link).toMatchObject({ hub: told.next['PUBLIC_URL'], stopped: null });
});

it('changes the committee, and lets a member leave', async () => {
  await at(
    'ma',
    'npx nmirf-node propose-committee node:ma node:pt node:py --admit 2 --suspend 2 --revoke 2 --committee 2 --reason "Agreed at the annual meeting"',
  );
  await agree('ma', 'pt');
  await until('ma', ({ committee }) => committee.members.length === 3);
  await at('py', 'npx nmirf-node leave --recovery-key /media/safe/rec.pem --reason "The mechanism was merged with another"', RECOVERY());
  await statusIs('ma', 'node:py', 'left');
});

it('holds nobody who asks a closed hub for news', async () => {
  const feed = running.get('next')!.app.get(FeedService, { strict: false });
  for (const server of running.keys()) await stop(server);
  const timers = (): number => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
  const before = timers();
  await expect(feed.page({ from: 0, limit: 1, wait: 25 }, undefined)).rejects.toThrow();
  expect(timers()).toBeLessThanOrEqual(before);
});

it('has said nothing that was not done here', () => {
  expect(guide.left).toEqual([]);
});
