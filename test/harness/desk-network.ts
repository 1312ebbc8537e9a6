import type { Server } from 'node:http';
import { demonstrationPractices } from '../../apps/node/src/demonstration/practices.js';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { Thresholds } from '@nmirf/contracts/network/governance';
import type { NodeId } from '@nmirf/contracts/network/names';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { FoundingService } from '../../apps/hub/src/network/sequencer/founding.service.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { foundingFileOf } from '../../apps/node/src/founding.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { serveHub } from './served-hub.js';
import { Surroundings } from './surroundings.js';
import { eventually } from './waiting.js';

export const PASSWORD = 'a long enough password';
const COUNTRIES = { 'node:ma': 'MAR', 'node:pt': 'PRT', 'node:py': 'PRY' } as const;
type Agent = ReturnType<typeof request.agent>;

const mechanismOf = (country: string): Mechanism => ({
  ...{ country, region: 'africa', kind: 'interministerial', languages: ['fr'] },
  names: [{ language: 'fr', value: `Mécanisme ${country}` }],
});

/** A node with the people at its desk. */
export interface Desk {
  readonly id: NodeId;
  readonly node: NestExpressApplication;
  readonly officer: Agent;
  readonly publisher: Agent;
  readonly coordinator: Agent;
}

/** A real hub (`serveHub`) and real nodes in this process, each with people who write, release and decide. */
export class DeskNetwork {
  private readonly running: { close(): Promise<void> }[] = [];
  private surroundings!: Surroundings;
  hub!: NestExpressApplication;
  /** What listens at the hub's address. */
  door!: Server;
  url = '';
  network = '';

  /** Three founding mechanisms; their nodes start when a test asks for them. */
  async start(thresholds: Thresholds, more: Readonly<Record<string, string>> = {}): Promise<void> {
    this.surroundings = await Surroundings.make('desks');
    const environment = { ...(await this.surroundings.of('hub')), ...more };
    this.url = environment['PUBLIC_URL']!;
    const served = await serveHub(environment);
    this.hub = served.app;
    this.door = served.door;
    this.running.push(served);
    const founders = await Promise.all(
      Object.entries(COUNTRIES).map(([id, country]) =>
        foundingFileOf(id as NodeId, mechanismOf(country), this.surroundings.keys(id.slice(5))),
      ),
    );
    this.network = await this.hub.get(FoundingService, { strict: false }).found({ name: 'A network', url: this.url, founders, thresholds });
  }

  async stop(): Promise<void> {
    for (const one of this.running.reverse()) await one.close();
    await this.surroundings.end();
  }

  async desk(id: keyof typeof COUNTRIES, more: Readonly<Record<string, string>> = {}): Promise<Desk> {
    const environment = nodeEnvironment.parse({ ...(await this.surroundings.of(id.slice(5))), NODE_ID: id, ...more });
    const node = await createNode(environment);
    this.running.push(node);
    await node.get(LinkFacade, { strict: false }).join(id, this.url, this.network);
    await node.listen(environment.PORT, '127.0.0.1');
    const [officer, publisher, coordinator] = await Promise.all([
      signedIn(node, 'officer@desk.example', ['focal-point']),
      signedIn(node, 'publisher@desk.example', ['reviewer', 'publisher']),
      signedIn(node, 'coordinator@desk.example', ['coordinator']),
    ]);
    return { id, node, officer, publisher, coordinator };
  }
}

/** Somebody new with these roles, signed in. */
export async function signedIn(app: NestExpressApplication, email: string, roles: string[]): Promise<Agent> {
  await app.get(PersonsService, { strict: false }).add({ email, name: 'Office', language: 'fr', roles, password: PASSWORD });
  const agent = request.agent(app.getHttpServer()).set('sec-fetch-site', 'same-origin');
  await agent.post('/api/session').send({ email, password: PASSWORD }).expect(200);
  return agent;
}

export const query = <Row>(app: NestExpressApplication, statement: string, values: unknown[] = []): Promise<Row[]> =>
  app.get(DataSource).query(statement, values);

/** Begins a practice; answers its id at the desk. */
export async function write({ officer }: Desk): Promise<string> {
  const record = demonstrationPractices('MAR')[0];
  const { body } = await officer.post('/api/practices').send({ record }).expect(201);
  return body.id;
}

/** Edits a practice that stands here, so that its next version can be released. */
export async function edit({ officer }: Desk, id: string): Promise<void> {
  const { body } = await officer.get(`/api/practices/${id}`).expect(200);
  const { record, revision } = body;
  await officer.put(`/api/practices/${id}`).send({ record, revision }).expect(200);
}

/** Takes a practice through review and release; answers its public id. */
export async function release({ officer, publisher }: Desk, id: string, { submitted = false } = {}): Promise<string> {
  if (!submitted) await officer.post(`/api/practices/${id}/submission`).expect(200);
  const { body: found } = await publisher.get(`/api/practices/${id}/review`).expect(200);
  const flags = found.findings.filter((finding: { tier: string; decision?: string }) => finding.tier === 'flag' && !finding.decision);
  const decisions = flags.map(({ key }: { key: string }) => ({ key, decision: 'mask' }));
  const { body: review } = await publisher.put(`/api/practices/${id}/review`).send({ decisions }).expect(200);
  const { body } = await publisher.post(`/api/practices/${id}/release`).send({ digest: review.digest }).expect(200);
  return body.released.practice;
}

/** What a server answers to anybody once it answers with this status. */
export const answered = (app: NestExpressApplication, path: string, status: number) =>
  eventually(async () => {
    const answer = await request(app.getHttpServer()).get(path);
    return answer.status === status ? (answer.body as unknown) : undefined;
  });
