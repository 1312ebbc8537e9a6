import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createHub } from '../../apps/hub/src/hub.js';
import { hubEnvironment } from '../../apps/hub/src/hub.environment.js';
import { FoundingService } from '../../apps/hub/src/network/sequencer/founding.service.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { foundingFileOf } from '../../apps/node/src/founding.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { freePort } from '../../scripts/steps/free-port.mjs';
import { startFront } from '../../scripts/steps/front.mjs';
import { HeldHub } from './held-hub.js';
import { publishedPractice } from './published-practices.js';
import { RealServer } from './real-server.js';
import { Surroundings } from './surroundings.js';
import { eventually } from './waiting.js';

const mechanismOf = (country: string, region: Mechanism['region']): Mechanism => ({
  ...{ country, region, kind: 'interministerial', languages: ['fr'] },
  names: [{ language: 'fr', value: `Mécanisme ${country}` }],
});

type Founder = readonly [id: NodeId, country: string, region: Mechanism['region']];

const FOUNDERS: readonly Founder[] = [
  ['node:ma', 'MAR', 'africa'],
  ['node:pt', 'PRT', 'europe'],
];

/** What a server's copy of the log and its library hold. */
export interface Holdings {
  readonly size: number;
  readonly frontier: string;
  readonly messages: number;
  readonly practices: number;
  /** Messages that do not follow the one before them in their sender's chain: always 0. */
  readonly gaps: number;
}

const HOLDINGS = `
  select (select size from log_state)::int as size, (select encode(frontier, 'hex') from log_state) as frontier,
         (select count(distinct hash) from log_entry)::int as messages, (select count(*) from replica_practice)::int as practices,
         (select count(*) from (select seq - lag(seq, 1, 0) over (partition by source, epoch order by pos) as step from log_entry) steps
           where step <> 1)::int as gaps`;

/** A hub and two nodes as real processes, with a proxy before the hub and a desk that writes into the first node's queue. */
export class RealNetwork {
  private published = 0;
  private clients: { readonly hub: string; readonly node: string } | undefined;
  private cookie = '';
  private network = '';
  private desk!: NestExpressApplication;
  private surroundings!: Surroundings;
  private front: Awaited<ReturnType<typeof startFront>> | undefined;
  /** Every node, whether it is a member or not, and the parts of a hub that was split. */
  private readonly servers: RealServer[] = [];
  hub!: RealServer;
  /** The founding members' nodes. */
  nodes: RealServer[] = [];
  proxy!: HeldHub;

  /** The first `real` founders have processes of their own; nodes of the others run `inside` when a test asks for them. */
  constructor(
    private readonly founders = FOUNDERS,
    private readonly real = founders.length,
  ) {}

  /** `clients`: where the hub's and the nodes' web clients stand, for tests with a browser. */
  async start(clients?: { readonly hub: string; readonly node: string }): Promise<void> {
    this.clients = clients;
    this.surroundings = await Surroundings.make('real');
    const environment = await this.surroundings.of('hub');
    this.proxy = await HeldHub.before(Number(environment['PORT']), await freePort());
    this.hub = new RealServer('hub', { ...environment, LOG_LEVEL: 'warn', PUBLIC_URL: this.proxy.url, ...client(clients?.hub) });
    this.network = await this.found();
    const [first, ...others] = this.founders.slice(0, this.real);
    this.desk = await this.joined(first![0]);
    for (const [id] of others) await (await this.joined(id)).close();
    await Promise.all([this.hub, ...this.nodes].map((server) => server.start()));
    await this.signIn();
  }

  async stop(): Promise<void> {
    await Promise.all([this.hub, ...this.servers].map((server) => server.stop()));
    await this.desk.close();
    await this.proxy.close();
    await this.front?.stop();
    await this.surroundings.end();
  }

  /** Puts several processes in the place of the hub, one for each role, on its database and behind its address, as `npm start` does. */
  async split<Roles extends readonly ('main' | 'worker')[]>(...roles: Roles): Promise<{ [At in keyof Roles]: RealServer }> {
    await this.hub.stop();
    const parts = await Promise.all(
      roles.map(async (ROLE) => new RealServer('hub', { ...this.hub.environment, ROLE, PORT: String(await freePort()) })),
    );
    this.servers.push(...parts);
    await Promise.all(parts.map((part) => part.start()));
    const serving = parts.filter((_, i) => roles[i] === 'main').map(({ environment }) => Number(environment['PORT']));
    this.front = await startFront(await freePort(), serving);
    this.proxy.lead(this.front.port);
    return parts as unknown as { [At in keyof Roles]: RealServer };
  }

  /** Writes practices into the first node's queue and rings; the running process takes them from there. */
  publish(count: number): Promise<void> {
    return this.release(Array.from({ length: count }, publishedPractice));
  }

  async release(practices: readonly PracticePublished[]): Promise<void> {
    const outgoing = this.desk.get(OutgoingFacade, { strict: false });
    await this.desk.get(DataSource).transaction(async (tx) => {
      for (const data of practices) {
        await outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data });
      }
    });
    this.published += practices.length;
    await this.ring();
  }

  /** What an operator does who does not want to wait for the back-off: "try again now", at every node. */
  async retry(): Promise<void> {
    for (const { environment } of this.nodes) await query(environment['DATABASE_URL']!, 'update link set failures = 0, next_try_at = null');
    await this.ring();
  }

  /** The button of the queue's page. A ring from the desk's process would be a job, and jobs of a killed process wait until they stall. */
  private async ring(): Promise<void> {
    const button = `${this.nodes[0]!.environment['PUBLIC_URL']}/api/queue/retry`;
    const headers = { cookie: this.cookie, 'sec-fetch-site': 'same-origin' };
    await eventually(async () => ((await fetch(button, { method: 'POST', headers })).ok ? true : undefined));
  }

  private async signIn(): Promise<void> {
    const [email, password] = ['operator@ma.example', 'a long enough password'];
    const persons = this.desk.get(PersonsService, { strict: false });
    await persons.add({ email, name: 'Operator', language: 'fr', roles: ['administrator'], password });
    const answer = await fetch(`${this.nodes[0]!.environment['PUBLIC_URL']}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ email, password }),
    });
    this.cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  }

  /** Officers of the secretariat, for the hub's desk. */
  async employ(password: string, ...emails: readonly string[]): Promise<void> {
    const hub = await createHub(hubEnvironment.parse(command(this.hub.environment)));
    const persons = hub.get(PersonsService, { strict: false });
    for (const email of emails) await persons.add({ email, name: `Office of ${email}`, language: 'en', roles: ['secretariat'], password });
    await hub.close();
  }

  /** People at the desk of a node, by the roles each has. */
  async appoint(server: RealServer, password: string, people: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const isFirst = server === this.nodes[0];
    const node = isFirst ? this.desk : await createNode(nodeEnvironment.parse(command(server.environment)));
    const persons = node.get(PersonsService, { strict: false });
    for (const [email, roles] of Object.entries(people)) {
      await persons.add({ email, name: `Office of ${email}`, language: 'en', roles: [...roles], password });
    }
    if (!isFirst) await node.close();
  }

  /** Where a node that is not a member yet keeps its keys. */
  keys(slug: string): string {
    return this.surroundings.keys(slug);
  }

  /** How many messages of the first node's queue are in each state. */
  async states(): Promise<Readonly<Record<string, number>>> {
    const rows: { state: string; count: number }[] = await this.desk
      .get(DataSource)
      .query('select state, count(*)::int as count from outgoing_message group by state');
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** Waits until everything published is proven and stands in every library; answers what each server holds, the hub first. */
  async settled(): Promise<readonly Holdings[]> {
    await eventually(async () => ((await this.states())['proven'] === this.published ? true : undefined));
    return eventually(async () => {
      const holdings = await Promise.all([this.hub, ...this.nodes].map(({ environment }) => holdingsIn(environment['DATABASE_URL']!)));
      return holdings.every(({ size, practices }) => size === this.published + 1 && practices === this.published) ? holdings : undefined;
    });
  }

  private async found(): Promise<string> {
    const hub = await createHub(hubEnvironment.parse(command(this.hub.environment)));
    const founders = await Promise.all(
      this.founders.map(([id, country, region]) => foundingFileOf(id, mechanismOf(country, region), this.surroundings.keys(id.slice(5)))),
    );
    const thresholds = { admit: 2, suspend: 2, revoke: 2, committee: 2 };
    const network = await hub
      .get(FoundingService, { strict: false })
      .found({ name: 'A network', url: this.proxy.url, founders, thresholds });
    await hub.close();
    return network;
  }

  /** A node that is no member yet and does not run; it is stopped with the others. */
  async newcomer(id: NodeId): Promise<RealServer> {
    const surroundings = await this.surroundings.of(id.slice(5));
    const server = new RealServer('node', { ...surroundings, LOG_LEVEL: 'warn', NODE_ID: id, ...client(this.clients?.node) });
    this.servers.push(server);
    return server;
  }

  /** One more node of the network; answers what a command beside its server would work with. */
  private async joined(id: NodeId): Promise<NestExpressApplication> {
    const server = await this.newcomer(id);
    this.nodes.push(server);
    const app = await createNode(nodeEnvironment.parse(command(server.environment)));
    await app.get(LinkFacade, { strict: false }).join(id, this.proxy.url, this.network);
    return app;
  }

  /** A founder's node at work in this process, and where its database is; whoever asked for it closes it. */
  async inside(id: NodeId): Promise<{ readonly app: NestExpressApplication; readonly database: string }> {
    const environment = nodeEnvironment.parse({ ...(await this.surroundings.of(id.slice(5))), NODE_ID: id });
    const app = await createNode(environment);
    await app.get(LinkFacade, { strict: false }).join(id, this.proxy.url, this.network);
    await app.init();
    return { app, database: environment.DATABASE_URL };
  }
}

const client = (folder?: string) => (folder === undefined ? {} : { CLIENT_DIR: folder });

/** What a command beside a server is told: the same, without the work of a server. */
const command = ({ CLIENT_DIR: _client, ...environment }: Readonly<Record<string, string>>) => ({ ...environment, ROLE: 'main' });

export const holdingsIn = async (database: string): Promise<Holdings> => (await query<Holdings>(database, HOLDINGS))[0]!;

/** One statement on a connection of its own. */
export const query = async <Row extends object>(connectionString: string, statement: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
};
