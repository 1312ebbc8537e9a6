import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { Invitation } from '@nmirf/contracts/network/enrolment';
import { toBase64url } from '@nmirf/federation/base64url';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { FoundingService } from '../../apps/hub/src/network/sequencer/founding.service.js';
import { enrol } from '../../apps/node/src/enrolling.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { foundingFileOf } from '../../apps/node/src/founding.js';
import { DecisionsService } from '../../apps/node/src/network/governance/decisions.service.js';
import { ProposalsQueries } from '../../apps/node/src/network/governance/proposals.queries.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { publishedPractice } from '../harness/published-practices.js';
import { serveHub } from '../harness/served-hub.js';
import { Surroundings } from '../harness/surroundings.js';
import { eventually } from '../harness/waiting.js';

type Agent = ReturnType<typeof request.agent>;

const PASSWORD = 'a long enough password';
const running: { close(): Promise<void> }[] = [];
let surroundings: Surroundings;
let hub: NestExpressApplication;
let hubUrl: string;
let founder: NestExpressApplication;
let newcomer: NestExpressApplication;
let first: Agent;
let second: Agent;

const mechanismOf = (country: string): Mechanism => ({
  ...{ country, region: 'americas', kind: 'interministerial', languages: ['es'] },
  names: [{ language: 'es', value: `Mecanismo ${country}` }],
});

const nodeOf = async (slug: string): Promise<NestExpressApplication> => {
  const node = await createNode(nodeEnvironment.parse({ ...(await surroundings.of(slug)), NODE_ID: `node:${slug}` }));
  running.push(node);
  return node;
};

/** `at`: at the desk's address, whoever answers there. */
const signedIn = async (
  app: NestExpressApplication,
  email: string,
  roles: string[],
  at: string | Server = app.getHttpServer(),
): Promise<Agent> => {
  await app.get(PersonsService, { strict: false }).add({ email, name: email, language: 'en', roles, password: PASSWORD });
  const agent = request.agent(at).set('sec-fetch-site', 'same-origin');
  await agent.post('/api/session').send({ email, password: PASSWORD }).expect(200);
  return agent;
};

beforeAll(async () => {
  surroundings = await Surroundings.make('enrolment');
  const environment = await surroundings.of('hub');
  hubUrl = environment['PUBLIC_URL']!;
  const served = await serveHub(environment);
  hub = served.app;
  running.push(served);
  const founders = [await foundingFileOf('node:ma', mechanismOf('MAR'), surroundings.keys('ma'))];
  const thresholds = { admit: 1, suspend: 1, revoke: 1, committee: 1 };
  const network = await hub.get(FoundingService, { strict: false }).found({ name: 'A network', url: hubUrl, founders, thresholds });
  founder = await nodeOf('ma');
  await founder.get(LinkFacade, { strict: false }).join('node:ma', hubUrl, network);
  first = await signedIn(hub, 'first@hub.example', ['secretariat'], hubUrl);
  second = await signedIn(hub, 'second@hub.example', ['secretariat'], hubUrl);
}, 60_000);

afterAll(async () => {
  for (const one of running.reverse()) await one.close();
  await surroundings.end();
}, 60_000);

const invited = async (node: string, epoch = 1): Promise<Invitation> => {
  const { body } = await first
    .post('/api/invitations')
    .send({ node, mechanism: mechanismOf('PRY'), epoch })
    .expect(201);
  const { body: file } = await second.post(`/api/invitations/${body.id}/issue`).expect(201);
  return file;
};

const stateOf = async (id: string): Promise<string> => (await first.get(`/api/invitations/${id}`).expect(200)).body.state;

describe('a mechanism that is invited', () => {
  it('becomes a member by two officers and the committee', async () => {
    const node = (newcomer = await nodeOf('py'));
    await request(node.getHttpServer()).get('/health/live').expect(200);
    const invitation = await invited('node:py');
    const { enrolment, fingerprint } = await enrol(invitation, 'node:py', surroundings.keys('py'));
    await node.get(LinkFacade, { strict: false }).join('node:py', invitation.hub, invitation.network);
    const { body: waiting } = await first.get(`/api/enrolments/${enrolment}`).expect(200);
    expect(waiting).toMatchObject({ node: 'node:py', state: 'waiting', fingerprint, approvals: [] });
    await first.post(`/api/enrolments/${enrolment}/approval`).expect(200);
    const { body: again } = await first.post(`/api/enrolments/${enrolment}/approval`).expect(403);
    expect(again.code).toBe('enrolment/second-officer-needed');
    await second.post(`/api/enrolments/${enrolment}/approval`).expect(200);
    const proposal = await eventually<string>(async () => (await first.get(`/api/enrolments/${enrolment}`)).body.proposal);

    const coordinator = await signedIn(founder, 'coordinator@ma.example', ['coordinator']);
    const proposed = await eventually(async () => {
      const { body, status } = await coordinator.get(`/api/proposals/${proposal}`);
      return status === 200 ? body : undefined;
    });
    expect(proposed).toMatchObject({ about: 'node:py', fingerprint, open: true, needed: 1 });
    await coordinator.post(`/api/proposals/${proposal}/decision`).send({ decision: 'approve' }).expect(200);
    await coordinator.post(`/api/proposals/${proposal}/decision`).send({ decision: 'reject' }).expect(409);

    const admitted = await eventually(async () => {
      const { body } = await request(node.getHttpServer()).get('/api/members/node:py');
      return body.status === 'active' ? body : undefined;
    });
    expect(admitted.committee).toBe(false);
    await eventually(async () => ((await first.get(`/api/enrolments/${enrolment}`)).body.state === 'member' ? true : undefined));
    expect(await stateOf(invitation.id)).toBe('used');
    const heard = await eventually(async () => {
      const { body } = await first.get('/api/network/health').expect(200);
      const known = body.nodes.find(({ id }: { id: string }) => id === 'node:ma');
      return known.lastContactAt === undefined ? undefined : known;
    });
    expect(heard).toMatchObject({ status: 'active', refusals: 0, forks: 0 });
  }, 60_000);

  it('gets the same answer when the first one was lost', async () => {
    const invitation = await invited('node:uy');
    const answer = await enrol(invitation, 'node:uy', surroundings.keys('uy'));
    expect(await enrol(invitation, 'node:uy', surroundings.keys('uy'))).toEqual(answer);
  });
});

describe('a mechanism that lost its server with all its keys', () => {
  const publish = async (node: NestExpressApplication): Promise<void> => {
    const [outgoing, data] = [node.get(OutgoingFacade, { strict: false }), publishedPractice()];
    await node
      .get(DataSource)
      .transaction((tx) => outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data }));
    await outgoing.ring();
  };
  const proven = (node: NestExpressApplication, count: number) =>
    eventually(async () => {
      const rows = await node.get(DataSource).query(`select epoch, seq from outgoing_message where state = 'proven' order by epoch, seq`);
      return rows.length === count ? rows : undefined;
    });

  it('goes on in its next epoch, with new keys, behind all that it had said', async () => {
    const before = newcomer;
    await publish(before);
    await proven(before, 1);
    running.splice(running.indexOf(before), 1);
    await before.close();
    await rm(surroundings.keys('py'), { recursive: true });
    const after = await nodeOf('py');
    const invitation = await invited('node:py', 2);
    const { enrolment } = await enrol(invitation, 'node:py', surroundings.keys('py'));
    await after.get(LinkFacade, { strict: false }).join('node:py', invitation.hub, invitation.network);
    for (const officer of [first, second]) await officer.post(`/api/enrolments/${enrolment}/approval`).expect(200);
    const proposal = await eventually<string>(async () => (await first.get(`/api/enrolments/${enrolment}`)).body.proposal);
    await eventually(async () =>
      founder
        .get(ProposalsQueries, { strict: false })
        .one(proposal)
        .catch(() => undefined),
    );
    await founder.get(DecisionsService, { strict: false }).decide(proposal, 'approve');
    await publish(after);
    expect(await proven(after, 2)).toEqual([
      { epoch: 1, seq: 1 },
      { epoch: 2, seq: 1 },
    ]);
    expect(await hub.get(DataSource).query('select 1 from fork_evidence')).toEqual([]);
  }, 60_000);
});

describe('an invitation that lets nobody in', () => {
  const refusal = { code: 'invitation-invalid', status: 403 };

  it('is one of another token, five times at most, and then none at all', async () => {
    const invitation = await invited('node:cl');
    const forged = { ...invitation, token: toBase64url(new Uint8Array(32).fill(1)) };
    for (let tries = 0; tries < 5; tries++) {
      expect(await stateOf(invitation.id)).toBe('issued');
      await expect(enrol(forged, 'node:cl', surroundings.keys('cl'))).rejects.toMatchObject(refusal);
    }
    expect(await stateOf(invitation.id)).toBe('spent');
    await expect(enrol(invitation, 'node:cl', surroundings.keys('cl'))).rejects.toMatchObject(refusal);
  });

  it('is one that is used, by other keys', async () => {
    const invitation = await invited('node:ar');
    await enrol(invitation, 'node:ar', surroundings.keys('ar'));
    await expect(enrol(invitation, 'node:ar', surroundings.keys('ar-other'))).rejects.toMatchObject(refusal);
  });

  it('is one that is unknown, expired, withdrawn, or for another mechanism', async () => {
    const [unknown, expired, withdrawn] = [await invited('node:bo'), await invited('node:bo'), await invited('node:bo')];
    const dir = surroundings.keys('bo');
    await expect(enrol({ ...unknown, id: randomUUID() }, 'node:bo', dir)).rejects.toMatchObject(refusal);
    await hub.get(DataSource).query(`update invitation set expires_at = now() where id = $1`, [expired.id]);
    await expect(enrol(expired, 'node:bo', dir)).rejects.toMatchObject(refusal);
    await first.post(`/api/invitations/${withdrawn.id}/withdrawal`).expect(201);
    await expect(enrol(withdrawn, 'node:bo', dir)).rejects.toMatchObject(refusal);
    await expect(enrol({ ...unknown, mechanism: mechanismOf('URY') }, 'node:bo', dir)).rejects.toMatchObject(refusal);
    await expect(enrol(unknown, 'node:pe', dir)).rejects.toMatchObject({ code: 'enrolment/other-node' });
  });

  it('needs a second officer to leave the house', async () => {
    const { body } = await first
      .post('/api/invitations')
      .send({ node: 'node:ec', mechanism: mechanismOf('ECU') })
      .expect(201);
    const { body: problem } = await first.post(`/api/invitations/${body.id}/issue`).expect(403);
    expect(problem.code).toBe('invitation/second-officer-needed');
    await second.post(`/api/invitations/${body.id}/issue`).expect(201);
    await second.post(`/api/invitations/${body.id}/issue`).expect(409);
  });

  it('keeps no token', async () => {
    const { token } = await invited('node:gt');
    const rows: object[] = await hub.get(DataSource).query('select invitation::text from invitation');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

it('refuses enrolments that are not what they say', async () => {
  const post = (body: string, type: string) =>
    fetch(`${hubUrl}/nmirf/v1/enrolments`, { method: 'POST', headers: { 'content-type': type }, body });
  expect((await post('{}', 'application/json')).status).toBe(415);
  expect((await post('a.b', 'application/jose')).status).toBe(400);
  expect((await post('a'.repeat(70_000), 'application/jose')).status).toBe(413);
});
