import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NodeKey } from '@nmirf/contracts/members/own-membership';
import { fingerprint, keyPairFromSeed } from '@nmirf/federation/keys';
import { statusAt } from '@nmirf/federation/trust';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { DecisionsService } from '../../apps/node/src/network/governance/decisions.service.js';
import { OwnKeysService } from '../../apps/node/src/network/governance/own-keys.service.js';
import { ProposalsQueries } from '../../apps/node/src/network/governance/proposals.queries.js';
import { ProposingService } from '../../apps/node/src/network/governance/proposing.service.js';
import { MembershipQueries } from '../../apps/node/src/network/membership/membership.queries.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { signedIn } from '../harness/desk-network.js';
import { OneHub } from '../harness/one-hub.js';
import { publishedPractice } from '../harness/published-practices.js';
import { realCommand } from '../harness/real-command.js';
import { eventually } from '../harness/waiting.js';

const COMMANDS_MS = 90_000;
const hub = new OneHub();
let node: NestExpressApplication;
let environment: Record<string, string>;
let safe: string;

beforeAll(async () => {
  await hub.start();
  environment = { ...(await hub.surroundings('node:ma')), NODE_ID: 'node:ma' };
  node = await createNode(nodeEnvironment.parse(environment));
  await node.get(LinkFacade, { strict: false }).join('node:ma', hub.url, hub.network);
  await eventually(async () => ((await keys()).some(({ from }) => from !== undefined) ? true : undefined));
  // Where it belongs: away from the server.
  safe = join(hub.folder, 'safe.pem');
  await rename(join(environment['KEYS_DIR']!, 'rec.pem'), safe);
}, 60_000);
afterAll(async () => {
  await node.close();
  await hub.stop();
}, 60_000);

const ownKeys = () => node.get(OwnKeysService, { strict: false });
const keys = async (): Promise<readonly NodeKey[]> => (await node.get(MembershipQueries, { strict: false }).own()).keys;
const inForce = async (use: NodeKey['use']): Promise<readonly string[]> =>
  (await keys()).filter((key) => key.use === use && key.from !== undefined && key.to === undefined).map(({ kid }) => kid);
const changedFrom = (use: NodeKey['use'], kid: string): Promise<string> =>
  eventually(async () => (await inForce(use)).find((found) => found !== kid));
const proposals = () => node.get(ProposalsQueries, { strict: false }).all();
const command = (...given: readonly string[]) => realCommand('node', environment, ...given);

/** Publishes a practice; answers the key that signed it once the log has it. */
const publish = async (): Promise<string> => {
  const outgoing = node.get(OutgoingFacade, { strict: false });
  const data = publishedPractice();
  const subject = `practice:${data.practice}`;
  await node.get(DataSource).transaction((tx) => outgoing.submit(tx, { type: 'practice.published.v1', subject, data }));
  await outgoing.ring();
  const [header] = await eventually(async () => {
    const [row] = await node.get(DataSource).query(`select jws from outgoing_message where subject = $1 and state = 'proven'`, [subject]);
    return row ? (row.jws as string).split('.') : undefined;
  });
  return (JSON.parse(Buffer.from(header!, 'base64url').toString('utf8')) as { kid: string }).kid;
};

describe('the keys of a node', () => {
  it.each(['msg', 'wit'] as const)('are replaced one at a time: %s', async (use) => {
    const [before] = await inForce(use);
    await ownKeys().rotate(use, 'msg');
    const after = await changedFrom(use, before!);
    expect(await inForce(use)).toEqual([after]);
    expect(await publish()).toBe((await inForce('msg'))[0]);
  });

  it('are not changed twice at once', async () => {
    const [before] = await inForce('msg');
    const refused = (await Promise.allSettled([ownKeys().rotate('msg', 'msg'), ownKeys().rotate('msg', 'msg')])).filter(
      ({ status }) => status === 'rejected',
    );
    expect(refused).toMatchObject([{ reason: { code: 'key/change-under-way' } }]);
    await changedFrom('msg', before!);
  });

  it(
    'are taken back with the recovery key, and others come in',
    async () => {
      const [stolen] = await inForce('msg');
      await command('revoke', stolen!, '--recovery-key', safe, '--reason', 'A test');
      const fresh = await changedFrom('msg', stolen!);
      expect(await publish()).toBe(fresh);
      await expect(command('revoke', stolen!, '--recovery-key', safe, '--reason', 'A test')).rejects.toMatchObject({
        stderr: expect.stringContaining('key/revoked-already'),
      });
      await expect(command('revoke', 'node:ma#nothing', '--recovery-key', safe, '--reason', 'A test')).rejects.toMatchObject({
        stderr: expect.stringContaining('key/not-found'),
      });
      const ahead = ['revoke', fresh, '--recovery-key', safe, '--distrust-from', '4711', '--reason', 'A test'];
      await expect(command(...ahead)).rejects.toMatchObject({ stderr: expect.stringMatching(/4711.*key\/position-ahead/s) });
    },
    COMMANDS_MS,
  );

  it(
    'are not taken back with any other key',
    async () => {
      const [kid] = await inForce('msg');
      const other = join(environment['KEYS_DIR']!, 'wit.pem');
      await expect(command('revoke', kid!, '--recovery-key', other, '--reason', 'A test')).rejects.toMatchObject({
        stderr: expect.stringContaining('key/not-recovery'),
      });
    },
    COMMANDS_MS,
  );
});

describe('a committee member', () => {
  const statusOf = async (id: 'node:pt') =>
    statusAt((await node.get(TrustStore, { strict: false }).current(node.get(DataSource).manager))!, id, Number.MAX_SAFE_INTEGER);
  const propose = (status: 'suspended' | 'active' | 'revoked', id: 'node:pt' | 'node:zz' = 'node:pt') =>
    node.get(ProposingService, { strict: false }).status({ id, status, reason: 'A test' });

  it('proposes a change of status, which is what the committee decides', async () => {
    await propose('suspended');
    await expect(propose('suspended')).rejects.toMatchObject({ code: 'proposal/made-already' });
    const proposal = await eventually(async () => (await proposals()).find(({ status }) => status === 'suspended'));
    expect(proposal).toMatchObject({ about: 'node:pt', by: 'node:ma', reason: 'A test', state: 'open', open: true });
    await node.get(DecisionsService, { strict: false }).decide(proposal.hash, 'approve');
    await eventually(async () => ((await statusOf('node:pt')) === 'suspended' ? true : undefined));
  });

  it('cannot propose what nobody could decide, or what is so already', async () => {
    await expect(propose('suspended')).rejects.toMatchObject({ code: 'proposal/same-status' });
    await expect(propose('suspended', 'node:zz')).rejects.toMatchObject({ code: 'proposal/unknown-member' });
    await propose('active');
    const proposal = await eventually(async () => (await proposals()).find(({ status }) => status === 'active'));
    await node.get(DecisionsService, { strict: false }).decide(proposal.hash, 'approve');
    await eventually(async () => ((await statusOf('node:pt')) === 'active' ? true : undefined));
  });
});

describe('a coordinator of a committee member', () => {
  const COMMITTEE = { members: ['node:ma', 'node:pt'], thresholds: { admit: 1, suspend: 1, revoke: 1, committee: 1 } };
  const post = (what: 'committee' | 'hub', body: object) => coordinator.post(`/api/proposals/${what}`).send(body);
  let coordinator: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    coordinator = await signedIn(node, 'coordinator@ma.example', ['coordinator']);
  });

  it('proposes another committee, whole, beginning with the one there is', async () => {
    expect((await coordinator.get('/api/proposals/committee')).body).toEqual(COMMITTEE);
    const thresholds = { ...COMMITTEE.thresholds, admit: 2 };
    const proposal = { committee: COMMITTEE.members, thresholds, reason: 'A test' };
    expect((await post('committee', { ...proposal, committee: [] })).body).toMatchObject({ code: 'request/invalid', status: 422 });
    expect((await post('committee', { ...proposal, thresholds: COMMITTEE.thresholds })).body.code).toBe('proposal/nothing-to-change');
    expect((await post('committee', proposal)).status).toBe(204);
    const made = await eventually(async () => (await proposals()).find(({ committee }) => committee !== undefined));
    expect(made).toMatchObject({ by: 'node:ma', reason: 'A test', open: true, committee: { members: COMMITTEE.members, thresholds } });
    await node.get(DecisionsService, { strict: false }).decide(made.hash, 'approve');
    await eventually(async () => {
      const { body } = await coordinator.get('/api/proposals/committee');
      return body.thresholds.admit === 2 ? true : undefined;
    });
  });

  it('proposes another server as the hub, by the file it wrote for this network', async () => {
    const jwk = () => keyPairFromSeed(randomBytes(32)).publicKey;
    const keys = { msg: jwk(), receipt: jwk(), log: jwk() };
    const hubFile = { nmirf: 'hub/1', network: hub.network, url: 'https://other.example', keys };
    const other = await post('hub', { hub: { ...hubFile, network: 'A'.repeat(43) }, reason: 'A test' });
    expect([other.status, other.body.code]).toEqual([409, 'hub/other-network']);
    expect((await post('hub', { hub: { ...hubFile, keys: { ...keys, msg: keys.log } }, reason: 'A test' })).body.code).toBe(
      'proposal/key-in-use',
    );
    expect((await post('hub', { hub: hubFile, reason: 'A test' })).status).toBe(204);
    expect((await post('hub', { hub: hubFile, reason: 'Again' })).body.code).toBe('proposal/made-already');
    const made = await eventually(async () => (await proposals()).find((one) => one.hub !== undefined));
    expect(made).toMatchObject({ by: 'node:ma', hub: { url: 'https://other.example', fingerprint: fingerprint(keys.log) }, open: true });
  });
});

describe('a node that leaves', () => {
  it(
    'is a member no more, and changes no key',
    async () => {
      await command('leave', '--recovery-key', safe, '--reason', 'A test');
      const trust = () => node.get(TrustStore, { strict: false }).current(node.get(DataSource).manager);
      await eventually(async () => (statusAt((await trust())!, 'node:ma', Number.MAX_SAFE_INTEGER) === 'left' ? true : undefined));
      await expect(ownKeys().rotate('msg', 'msg')).rejects.toMatchObject({ code: 'membership/not-in-force' });
    },
    COMMANDS_MS,
  );
});
