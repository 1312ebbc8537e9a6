import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { digestOf } from '@nmirf/anonymisation/digest';
import { languages } from '@nmirf/contracts/languages/language';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import { type OutgoingView, queuePage } from '@nmirf/contracts/network/queue';
import { practicePublished } from '@nmirf/contracts/practices/published';
import { problemTexts } from '@nmirf/languages/catalogue';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { Bells } from '@nmirf/platform/queue/bell';
import { Evidence } from '@nmirf/replica/log/evidence';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { NodeContacts } from '../../apps/hub/src/network/health/node-contacts.js';
import { NetworkHealthQueries } from '../../apps/hub/src/network/health/network-health.queries.js';
import { CHECKPOINT } from '../../apps/hub/src/network/log/checkpointer.js';
import { FoundingService } from '../../apps/hub/src/network/sequencer/founding.service.js';
import { demonstrationPractices } from '../../apps/node/src/demonstration/practices.js';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { foundingFileOf } from '../../apps/node/src/founding.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { type NodeEnvironment, nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { Middlebox } from '../harness/middlebox.js';
import { query } from '../harness/real-network.js';
import { type ServedHub, serveHub } from '../harness/served-hub.js';
import { Surroundings } from '../harness/surroundings.js';
import { whileLocked } from '../harness/table-lock.js';
import { eventually } from '../harness/waiting.js';

const PASSWORD = 'a long enough password';
const TOKEN = 'whoever watches over servers';
const apps: NestExpressApplication[] = [];
let surroundings: Surroundings;
let middlebox: Middlebox;

const mechanismOf = (country: string): Mechanism => ({
  ...{ country, region: 'africa', kind: 'interministerial', languages: ['fr'] },
  names: [{ language: 'fr', value: `Mécanisme ${country}` }],
});

let hub: NestExpressApplication;
let served: ServedHub;
let hubDatabase: string;
let hubUrl: string;
let nodes: NestExpressApplication[];
const environments: NodeEnvironment[] = [];

beforeAll(async () => {
  surroundings = await Surroundings.make('publication');
  const environment: Record<string, string> = { ...(await surroundings.of('hub')), METRICS_TOKEN: TOKEN };
  hubDatabase = environment['DATABASE_URL']!;
  hubUrl = environment['PUBLIC_URL']!;
  served = await serveHub(environment);
  hub = served.app;
  const ids = [
    ['node:ma', 'MAR'],
    ['node:pt', 'PRT'],
  ] as const;
  const founders = await Promise.all(ids.map(([id, country]) => foundingFileOf(id, mechanismOf(country), surroundings.keys(id.slice(5)))));
  const thresholds = { admit: 2, suspend: 2, revoke: 2, committee: 2 };
  const network = await hub.get(FoundingService, { strict: false }).found({ name: 'A network', url: hubUrl, founders, thresholds });
  nodes = [];
  middlebox = await Middlebox.open();
  // One of them reaches the hub through a proxy, as most ministries do: it has no other way, and is to notice nothing.
  const ways = { 'node:ma': { HTTP_PROXY: middlebox.url, METRICS_TOKEN: TOKEN }, 'node:pt': {} };
  for (const [id] of ids) {
    const own = nodeEnvironment.parse({ ...(await surroundings.of(id.slice(5))), ...ways[id], NODE_ID: id });
    environments.push(own);
    const node = await createNode(own);
    await node.get(LinkFacade, { strict: false }).join(id, hubUrl, network);
    apps.push(node);
    nodes.push(node);
  }
}, 60_000);

afterAll(async () => {
  for (const app of apps.reverse()) await app.close();
  await served.close();
  await middlebox.close();
  await surroundings.end();
}, 60_000);

const signedIn = async (app: NestExpressApplication, email: string, roles: string[]): Promise<ReturnType<typeof request.agent>> => {
  await app.get(PersonsService, { strict: false }).add({ email, name: 'Office', language: 'fr', roles, password: PASSWORD });
  const agent = request.agent(app.getHttpServer()).set('sec-fetch-site', 'same-origin');
  await agent
    .post('/api/session')
    .send({ email, password: PASSWORD })
    .expect(({ status }) => expect(status).toBeLessThan(300));
  return agent;
};

const viewOf = (app: NestExpressApplication) =>
  app
    .get(Evidence, { strict: false })
    .view()
    .catch(() => undefined);

it('carries a practice from a desk to every library under one root', async () => {
  const [origin, other] = nodes as [NestExpressApplication, NestExpressApplication];
  const officer = await signedIn(origin, 'officer@ma.example', ['focal-point']);
  const publisher = await signedIn(origin, 'publisher@ma.example', ['reviewer', 'publisher']);
  const { body: practice } = await officer
    .post('/api/practices')
    .send({ record: demonstrationPractices('MAR')[0] })
    .expect(201);
  await officer.post(`/api/practices/${practice.id}/submission`).expect(({ status }) => expect(status).toBeLessThan(300));
  const { body: found } = await publisher.get(`/api/practices/${practice.id}/review`).expect(200);
  const flags = found.findings.filter((finding: { tier: string; decision?: string }) => finding.tier === 'flag' && !finding.decision);
  const decisions = flags.map(({ key }: { key: string }) => ({ key, decision: 'mask' }));
  const { body: review } = await publisher.put(`/api/practices/${practice.id}/review`).send({ decisions }).expect(200);
  const { body: released } = await publisher.post(`/api/practices/${practice.id}/release`).send({ digest: review.digest });
  const id: string = released.released.practice;
  for (const app of [hub, origin, other]) {
    await eventually(async () =>
      (await request(app.getHttpServer()).get(`/api/library/practices/${id}`)).status === 200 ? true : undefined,
    );
  }
  const roots = await Promise.all([hub, origin, other].map(async (app) => (await viewOf(app))?.root));
  expect(new Set(roots).size).toBe(1);
  const [message] = await eventually(async () => {
    const rows: { state: string; position: string }[] = await origin.get(DataSource).query('select state, position from outgoing_message');
    return rows[0]?.state === 'proven' ? rows : undefined;
  });
  expect(message).toEqual({ state: 'proven', position: '1' });
  for (const app of [hub, origin, other]) {
    const view = await eventually(async () => {
      const found = await viewOf(app);
      return found?.witnessedSize === found?.size ? found : undefined;
    });
    expect(view).toMatchObject({ regions: ['africa'], regionsNeeded: 1 });
  }
  expect(middlebox.passed).toBeGreaterThan(3);
  const { body: evidence } = await request(hub.getHttpServer()).get('/api/log/1').expect(200);
  expect(evidence.witnessed).toBe(true);
  expect(evidence.checkpoint).toContain(`— ${evidence.witnesses[0].id} `);
}, 60_000);

const figuresOf = async (app: NestExpressApplication): Promise<string> =>
  (await request(app.getHttpServer()).get('/metrics').set('authorization', `Bearer ${TOKEN}`).expect(200)).text;

it('tells whoever watches how deep the queue is, how old the checkpoint, and who is behind', async () => {
  const [atHub, atNode] = [await figuresOf(hub), await figuresOf(nodes[0]!)];
  for (const figure of [/^nmirf_log_leaves 2$/m, /^nmirf_log_witnessed_leaves 2$/m, /^nmirf_checkpoint_age [\d.]+$/m])
    expect(atHub).toMatch(figure);
  expect(atHub).toMatch(/^nmirf_node_lag_leaves\{node="node:pt"\} \d+$/m);
  expect(atNode).toMatch(/^nmirf_outgoing_messages\{state="proven"\} 1$/m);
  expect(atNode).toMatch(/^nmirf_outgoing_messages\{state="refused"\} 0$/m);
  for (const figure of [/^nmirf_link_stopped 0$/m, /^nmirf_quarantined_messages 0$/m, /^nmirf_last_contact_age [\d.]+$/m])
    expect(atNode).toMatch(figure);
});

it('knows of a node what the process says that heard it last, not the one that wrote last', async () => {
  const db = hub.get(DataSource);
  const [one, other] = [new NodeContacts(db), new NodeContacts(db)];
  const written = jest.spyOn(db, 'query');
  const writes = () => written.mock.calls.flatMap(([, values], i) => (values?.includes('node:zz') ? [written.mock.results[i]!.value] : []));
  const now = Date.now();
  one.saw('node:zz', 1, now - 4_900);
  await Promise.all(writes());
  // Noted five seconds behind the one before it, when the other has been heard.
  one.saw('node:zz', 2, now - 500);
  other.saw('node:zz', 3, now);
  await Promise.all(await eventually(async () => (writes().length === 3 ? writes() : undefined)));
  written.mockRestore();
  expect(await db.query(`delete from node_contact where node = 'node:zz' returning verified_size`)).toEqual([[{ verified_size: '3' }], 1]);
});

it('tells at a node too when the hub does not stand by its log any more, and when it does again', async () => {
  const age = async (app: NestExpressApplication): Promise<number> =>
    Number(/^nmirf_checkpoint_age ([\d.]+)$/m.exec(await figuresOf(app))?.[1] ?? Number.NaN);
  const [node] = nodes as [NestExpressApplication];
  const longAgo = `update log_checkpoint set signed_at = now() - interval '20 minutes'`;
  await node.get(DataSource).query(longAgo);
  expect(await age(node)).toBeGreaterThan(900);
  expect(await figuresOf(node)).toMatch(/^nmirf_link_stopped 0$/m);
  await hub.get(DataSource).query(longAgo);
  await hub.get(Bells, { strict: false }).ring(CHECKPOINT);
  for (const app of [hub, node]) await eventually(async () => ((await age(app)) < 60 ? true : undefined));
});

/** One planted name and address in each language, as a careless hand would write them. */
const PLANTED = {
  ar: 'تتولى السيدة زوركا بليمفيلد القائمة (zorka@example.org).',
  en: 'The list is kept by Mrs Zorka Blimfield (zorka@example.org).',
  fr: 'La liste est tenue par Mme Zorka Blimfield (zorka@example.org).',
  es: 'La lista la lleva la Sra. Zorka Blimfield (zorka@example.org).',
  pt: 'A lista é mantida pela Sra. Zorka Blimfield (zorka@example.org).',
} as const;

it('has the hub refuse planted names when the gate is gone round, and the officer sees where, in five languages', async () => {
  const [origin] = nodes as [NestExpressApplication];
  const [row]: { data: string }[] = await origin
    .get(DataSource)
    .query(`select data from outgoing_message where type = 'practice.published.v1'`);
  const { practice, summary, report } = practicePublished.parse(JSON.parse(row!.data));
  const texts = Object.entries(PLANTED).map(([language, text]) => ({ language, text, provenance: 'human' as const }));
  const leaking = practicePublished.parse({ practice, version: 2, report, summary: { ...summary, summary: texts } });
  const data = { ...leaking, report: { ...report, digest: digestOf(leaking.summary) } };
  const outgoing = origin.get(OutgoingFacade, { strict: false });
  await origin
    .get(DataSource)
    .transaction((tx) => outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${practice}`, data }));
  await outgoing.ring();
  const reader = await signedIn(origin, 'reader@ma.example', ['focal-point']);
  const refusedIn = async (language: string): Promise<OutgoingView | undefined> => {
    const { body } = await reader.get('/api/queue?state=refused').set('accept-language', language).expect(200);
    return queuePage.parse(body).items[0];
  };
  await eventually(() => refusedIn('en'));
  for (const language of languages) {
    const told = await refusedIn(language);
    expect(told?.practiceId).toMatch(/^[0-9a-f-]{36}$/);
    expect(told?.problem?.title).toBe(problemTexts(language, 'anonymisation-refused')?.title);
    const places = told?.problem?.errors?.map(({ language: written, type }, i) => `${written} ${type} ${told.refused?.[i]}`);
    expect(places).toEqual(expect.arrayContaining(languages.map((written) => `${written} email zorka@example.org`)));
    expect(languages.filter((written) => places?.some((place) => place.startsWith(`${written} person `)))).toEqual([...languages]);
  }
  const told = await eventually(async () => {
    const { nodes: heard } = await hub.get(NetworkHealthQueries, { strict: false }).view('fr');
    return heard.find(({ id }) => id === 'node:ma')?.lastRefusal;
  });
  expect(told).toMatchObject({ code: 'anonymisation-refused', title: problemTexts('fr', 'anonymisation-refused')?.title });
  const [kept]: { receipts: string }[] = await origin.get(DataSource).query(`select string_agg(jws, ' ') as receipts from hub_receipt`);
  const opened = kept!.receipts.split(' ').map((jws) => Buffer.from(jws.split('.')[1]!, 'base64url').toString());
  expect(opened.join(' ')).not.toMatch(/zorka|Blimfield|زوركا/i);
  const { body: shown } = await request(hub.getHttpServer()).get(`/api/library/practices/${practice}`).expect(200);
  expect(shown).toMatchObject({ version: 1, report });
  expect(JSON.stringify(shown)).not.toMatch(/zorka|Blimfield|زوركا/i);
}, 60_000);

/** Lets so many practices of a node go, all at once. */
const publish = async (sender: NestExpressApplication, count: number): Promise<void> => {
  const [row]: { data: string }[] = await nodes[0]!
    .get(DataSource)
    .query(`select data from outgoing_message where type = 'practice.published.v1' and state = 'proven'`);
  const known = practicePublished.parse(JSON.parse(row!.data));
  const summary = { ...known.summary, country: 'PRT', recommendations: [] };
  const published = { ...known, summary, report: { ...known.report, digest: digestOf(summary) } };
  const outgoing = sender.get(OutgoingFacade, { strict: false });
  await sender.get(DataSource).transaction(async (tx) => {
    for (let i = 0; i < count; i++) {
      const practice = randomUUID();
      await outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${practice}`, data: { ...published, practice } });
    }
  });
  await outgoing.ring();
};

it('rings for whoever listens when the log has grown, and tells nothing but its size', async () => {
  const end = new AbortController();
  const answer = await fetch(`${hubUrl}/nmirf/v1/bell`, { signal: end.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const rings = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect(await rings.read()).toEqual({ done: false, value: 'data: {"size":2}\n\n' });
  await publish(nodes[1]!, 1);
  let heard = await rings.read();
  // It rings from time to time without news, so that no proxy cuts a silent line.
  while (heard.value === 'data: {"size":2}\n\n') heard = await rings.read();
  expect(heard).toEqual({ done: false, value: 'data: {"size":3}\n\n' });
  end.abort();
});

it('says so when the hub has signed for a message and does not show it in its log', async () => {
  const [sender] = nodes as [NestExpressApplication];
  const watcher = await signedIn(sender, 'watcher@ma.example', ['focal-point']);
  const accepted = async (): Promise<OutgoingView | undefined> =>
    queuePage.parse((await watcher.get('/api/queue?state=accepted')).body).items[0];
  await whileLocked({ database: hubDatabase, table: 'log_checkpoint', mode: 'share' }, async () => {
    // A few would get their checkpoint in the transaction that accepts them.
    await publish(sender, 25);
    expect((await eventually(accepted)).alert).toBeUndefined();
    for (const [since, alert] of [
      ['11 minutes', 'late'],
      ['25 hours', 'alarm'],
    ] as const) {
      await sender
        .get(DataSource)
        .query(`update outgoing_message set accepted_at = now() - $1::interval where state = 'accepted'`, [since]);
      expect((await accepted())?.alert).toBe(alert);
    }
  });
  await eventually(async () => ((await accepted()) === undefined ? true : undefined));
}, 60_000);

it('sends more batches behind one that has no answer yet, and takes them in order', async () => {
  const sender = nodes[1]!;
  let batches = 0;
  served.door.on('request', ({ method, url }) => (batches += method === 'POST' && url === '/nmirf/v1/messages' ? 1 : 0));
  await whileLocked({ database: hubDatabase, table: 'receipt' }, async () => {
    await publish(sender, 250);
    // The first of them cannot be answered while its receipt cannot be written.
    await eventually(() => Promise.resolve(batches === 3 || undefined));
  });
  const taken = await eventually(async () => {
    const rows: { seq: number; position: string | null }[] = await sender
      .get(DataSource)
      .query(`select seq, position from outgoing_message where state in ('accepted', 'proven') order by seq`);
    return rows.length === 251 ? rows : undefined;
  });
  const positions = taken.map(({ position }) => Number(position));
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
}, 60_000);

it('stops a node at the position where one bit of the log was flipped', async () => {
  await nodes[1]!.close();
  await query(
    environments[1]!.DATABASE_URL,
    `truncate log_entry, log_checkpoint, source_head, replica_practice, practice_words;
     update log_state set size = 0, frontier = decode(repeat('00', 8), 'hex'), governance_at = -1, received_ms = 0;
     update projection_state set position = 0`,
  );
  await hub
    .get(DataSource)
    .query('update log_entry set jws = overlay(jws placing chr(ascii(substr(jws, 400, 1)) # 1) from 400) where pos = 1');
  const again = await createNode(environments[1]!);
  apps[apps.indexOf(nodes[1]!)] = again;
  const stopped = await eventually(async () => (await again.get(LinkFacade, { strict: false }).find())?.stopped ?? undefined);
  expect(stopped.position).toBe(1);
}, 60_000);
