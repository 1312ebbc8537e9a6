import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_PART } from '@nmirf/contracts/files/file';
import type { ResourceRecord, ResourceReview } from '@nmirf/contracts/resources/authoring';
import type { QuarantinedView } from '@nmirf/contracts/network/queue';
import type { LibraryResource } from '@nmirf/contracts/resources/library';
import type { ResourcePublished, ResourceSealed } from '@nmirf/contracts/resources/resource';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { SEALED_TYPE, sealedSize } from '@nmirf/contracts/files/sealed-file';
import { Files } from '@nmirf/platform/files/files';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { FeedPages } from '@nmirf/replica/log/feed-pages';
import { RestrictedFacade } from '../../apps/node/src/network/restricted/restricted.facade.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { OfferWorker } from '../../apps/node/src/network/sync/offer.worker.js';
import { OwnKeysService } from '../../apps/node/src/network/governance/own-keys.service.js';
import { BucketServer } from '../harness/bucket-server.js';
import { answered, type Desk, DeskNetwork, query } from '../harness/desk-network.js';
import { digestOf, pdfOf, publishedResource, referenceTo, resourceWith } from '../harness/published-resources.js';
import { TraceReceiver } from '../harness/trace-receiver.js';
import { eventually } from '../harness/waiting.js';

const network = new DeskNetwork();
const receiver = new TraceReceiver();
/** Where the hub and one of the nodes keep their files. */
const bucket = new BucketServer();
let [ma, pt]: Desk[] = [];

beforeAll(async () => {
  await Promise.all([bucket.start(), receiver.start()]);
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '50';
  const traced = { TRACES_URL: receiver.url };
  await network.start({ admit: 1, suspend: 1, revoke: 1, committee: 1 }, { ...bucket.variables('hub'), ...traced });
  [ma, pt] = [
    await network.desk('node:ma', traced),
    await network.desk('node:pt', { FILES_FETCH_UP_TO_MIB: '10', ...bucket.variables('pt') }),
  ];
}, 60_000);
afterAll(async () => {
  await network.stop();
  await bucket.stop();
  await receiver.stop();
}, 60_000);

/** Brings a file to the desk as the editor does. */
async function bring({ officer }: Desk, bytes: Buffer): Promise<void> {
  const part = (from: number) => `/api/files/${digestOf(bytes)}?from=${from}&size=${bytes.length}&type=application/pdf`;
  for (let from = 0; from < bytes.length; from += MAX_PART)
    await officer
      .put(part(from))
      .type('application/octet-stream')
      .send(bytes.subarray(from, from + MAX_PART))
      .expect(200);
}

/** Writes a resource and takes it through review and release; answers its id at the desk and its public id. */
async function publish(desk: Desk, bytes: Buffer, more: Partial<ResourceRecord> = {}): Promise<{ id: string; resource: string }> {
  const { body } = await desk.officer
    .post('/api/resources')
    .send({ record: { ...resourceWith([referenceTo(bytes)]), ...more } })
    .expect(201);
  const { digest } = await review(desk, body.id);
  const { body: released } = await desk.publisher.post(`/api/resources/${body.id}/release`).send({ digest, filesRead: true }).expect(200);
  return { id: body.id, resource: released.released.resource };
}

/** Sends a resource for review and decides on every flag; answers the gate's page. */
async function review({ officer, publisher }: Desk, id: string): Promise<ResourceReview> {
  await officer.post(`/api/resources/${id}/submission`).expect(200);
  const { body: found } = await publisher.get(`/api/resources/${id}/review`).expect(200);
  const flags = found.findings.filter(({ tier, decision }: { tier: string; decision?: string }) => tier === 'flag' && !decision);
  const decisions = flags.map(({ key }: { key: string }) => ({ key, decision: 'mask' }));
  const { body: decided } = await publisher.put(`/api/resources/${id}/review`).send({ decisions }).expect(200);
  return decided;
}

const held = ({ node }: { node: Desk['node'] }, bytes: Buffer) =>
  query<{ sha256: string }>(node, 'select sha256 from blob where sha256 = $1', [digestOf(bytes)]);

describe('a resource with a file of 9 MiB', () => {
  const bytes = pdfOf(9 * 1024 * 1024);
  const starts: number[] = [];
  let published: { id: string; resource: string };

  it('reaches the hub although the line breaks in the middle, from where it had come to', async () => {
    await bring(ma!, bytes);
    // The hub hangs up while it is being brought the fourth part.
    network.door.prependListener('request', ({ method, url = '', socket }: IncomingMessage) => {
      if (method !== 'PUT' || !url.includes(digestOf(bytes))) return;
      starts.push(Number(new URL(url, 'http://hub').searchParams.get('from')));
      if (starts.length === 4) socket.destroy();
    });
    published = await publish(ma!, bytes);
    const [row] = await eventually(async () => {
      await ma!.coordinator.post('/api/queue/retry').expect(200);
      const rows = await query<{ at_hub: boolean }>(ma!.node, 'select at_hub, held from outgoing_file');
      return rows[0]?.at_hub ? rows : undefined;
    });
    expect(row).toEqual({ at_hub: true, held: bytes.length });
    expect(starts.filter((from) => from === 0)).toHaveLength(1);
    expect(starts).toHaveLength(10);
  });

  it('stands in every library, and the file is fetched and is the same', async () => {
    const path = `/api/library/resources/${published.resource}`;
    const resource = await eventually(async () => {
      const { status, body } = await request(pt!.node.getHttpServer()).get(path);
      return status === 200 && (body as LibraryResource).here.length === 1 ? (body as LibraryResource) : undefined;
    });
    expect(resource).toMatchObject({ source: 'node:ma', version: 1, summary: { kind: 'guide', languages: ['fr'], commitments: [7] } });
    const file = await request(pt!.node.getHttpServer())
      .get(`${path}/files/${digestOf(bytes)}`)
      .buffer(true)
      .expect(200);
    expect(digestOf(file.body as Buffer)).toBe(digestOf(bytes));
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=guide.pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect([await bucket.count('hub'), await bucket.count('pt')]).toEqual([1, 1]);
    const ask = (headers: Record<string, string>) =>
      request(pt!.node.getHttpServer())
        .get(`${path}/files/${digestOf(bytes)}`)
        .set(headers)
        .buffer(true);
    const part = await ask({ range: 'bytes=-1000' }).expect(206);
    expect(bytes.subarray(-1_000).equals(part.body as Buffer)).toBe(true);
    expect(part.headers).toMatchObject({
      'content-length': '1000',
      'content-range': `bytes ${bytes.length - 1_000}-${bytes.length - 1}/${bytes.length}`,
    });
    await ask({ range: `bytes=${bytes.length}-` }).expect(416);
    await ask({ 'if-none-match': file.headers['etag']! }).expect(304);
    await ask({ range: 'bytes=-1000', 'if-range': '"another"' }).expect(200);
    const { body: list } = await request(network.hub.getHttpServer()).get(
      '/api/library/resources?q=recommandation&kind=guide&commitment=7',
    );
    expect(list.items).toMatchObject([{ id: published.resource, files: [{ here: true }] }]);
    const { body: facets } = await request(network.hub.getHttpServer()).get('/api/library/resources/facets');
    expect(facets).toMatchObject({ total: 1, facets: { kind: [{ value: 'guide', count: 1 }], commitment: [{ value: '7', count: 1 }] } });
  });

  it('is gone with its bytes when it is taken back', async () => {
    await ma!.publisher.post(`/api/resources/${published.id}/withdrawal`).send({ reason: 'outdated', purge: true }).expect(200);
    const path = `/api/library/resources/${published.resource}`;
    expect(await answered(pt!.node, path, 410)).toMatchObject({ code: 'content/withdrawn', tombstone: { purged: true } });
    for (const node of [network.hub, pt!.node])
      await eventually(async () => ((await held({ node }, bytes)).length === 0 ? true : undefined));
    await answered(network.hub, `${path}/files/${digestOf(bytes)}`, 410);
    expect([await bucket.count('hub'), await bucket.count('pt')]).toEqual([0, 0]);
  });
});

describe('the traces of what was published', () => {
  const ways = () => receiver.spans.map((span) => receiver.wayTo(span).join(' > '));
  /** Resolves when some way holds all of these, in this order. */
  const shown = (...steps: readonly string[]) =>
    eventually(() => {
      const inOrder = (way: string) => steps.reduce((at, step) => (at < 0 ? at : way.indexOf(step, at)), 0) >= 0;
      return Promise.resolve(ways().find(inOrder));
    });

  it('lead from the release at the desk through the hub, and back from the log', async () => {
    const POST = 'node:ma POST /nmirf/v1/messages';
    await shown(
      'node:ma POST /api/resources/:id/release',
      'node:ma upload',
      'node:ma PUT /nmirf/v1/blobs/:sha256',
      'hub PUT /nmirf/v1/blobs/:sha256',
    );
    await shown('node:ma drain', POST, 'hub POST /nmirf/v1/messages', 'hub accept');
    await shown('node:ma drain', POST, 'hub POST /nmirf/v1/messages', 'hub signed', 'hub project', 'hub resources', 'hub files');
    await shown('node:ma drain', 'node:ma seal');
    await shown('node:ma pull', 'node:ma GET /nmirf/v1/feed', 'hub GET /nmirf/v1/feed');
    await shown('node:ma pull', 'node:ma apply');
    // What a page says is in the tables with the page: nobody looks for it once more.
    expect(ways().filter((way) => way.includes('node:ma pull') && way.includes('node:ma project'))).toEqual([]);
    expect(receiver.spans.find(({ name }) => name === 'apply')?.attributes).toEqual({ entries: expect.anything() });
  });

  it('tell nothing of whom or what', () => {
    const told = JSON.stringify(receiver.spans.map(({ name, attributes, server }) => [name, attributes, server]));
    expect(told).not.toMatch(/@|guide|[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{64}|127\.0\.0\.1/);
    const keys = ['entries', 'error.type', 'http.request.method', 'http.response.status_code', 'http.route'];
    expect(
      [...new Set(receiver.spans.flatMap(({ attributes }) => Object.keys(attributes)))].sort().every((key) => keys.includes(key)),
    ).toBe(true);
  });

  it('are made only by servers that were told to', () => {
    expect(new Set(receiver.spans.map(({ server }) => server))).toEqual(new Set(['hub', 'node:ma']));
  });
});

describe('a file larger than a node fetches by itself', () => {
  it('comes when somebody asks', async () => {
    const bytes = pdfOf(11 * 1024 * 1024);
    await bring(ma!, bytes);
    const { resource } = await publish(ma!, bytes);
    const path = `/api/library/resources/${resource}`;
    expect(await answered(pt!.node, path, 200)).toMatchObject({ here: [] });
    await request(pt!.node.getHttpServer())
      .get(`${path}/files/${digestOf(bytes)}`)
      .expect(404);
    await pt!.officer.post(`${path}/files/${'0'.repeat(64)}/request`).expect(404);
    await pt!.officer.post(`${path}/files/${digestOf(bytes)}/request`).expect(204);
    await eventually(async () => ((await held(pt!, bytes)).length === 1 ? true : undefined));
  });
});

describe('a resource for members alone', () => {
  it('is read at every member’s desk, with its proof, and by nobody else; a later version leaves nobody out', async () => {
    const bytes = pdfOf(2_000);
    await bring(ma!, bytes);
    const { id, resource } = await publish(ma!, bytes, { audience: 'members' });
    const path = `/api/library/resources/${resource}`;
    const file = `${path}/files/${digestOf(bytes)}`;
    const { body: read } = await eventually(async () => {
      const answer = await pt!.officer.get(path);
      return answer.status === 200 && (answer.body as LibraryResource).here.length === 1 ? answer : undefined;
    });
    expect(read).toMatchObject({ audience: 'members', source: 'node:ma' });
    expect((await pt!.officer.get(`${path}/evidence`).expect(200)).body).toMatchObject({
      jws: expect.any(String),
      position: read.place.position,
    });
    await pt!.officer.get(file).expect(200);
    const { body: found } = await pt!.officer.get('/api/library/resources').expect(200);
    expect(found.items.map((item: LibraryResource) => item.id)).toContain(resource);
    for (const server of [network.hub, pt!.node]) {
      const { body: all } = await request(server.getHttpServer()).get('/api/library/resources').expect(200);
      expect(all.items.map((item: LibraryResource) => item.id)).not.toContain(resource);
      for (const hidden of [path, `${path}/evidence`, file]) await request(server.getHttpServer()).get(hidden).expect(404);
    }
    const feed = await request(network.hub.getHttpServer())
      .get(`/nmirf/v1/feed?from=${read.place.position}&limit=1`)
      .buffer(true)
      .expect(200);
    expect(feed.text).toContain('"jws":null,"why":"audience"');

    const { body: own } = await ma!.officer.get(`/api/resources/${id}`).expect(200);
    const { body: first } = await ma!.officer
      .put(`/api/resources/${id}`)
      .send({ record: { ...own.record, audience: '*' }, revision: own.revision })
      .expect(200);
    const { digest } = await review(ma!, id);
    await ma!.publisher.post(`/api/resources/${id}/release`).send({ digest, filesRead: true }).expect(200);
    expect(await answered(network.hub, path, 200)).toMatchObject({ audience: '*', version: 2 });
    const { body: again } = await ma!.officer.get(`/api/resources/${id}`).expect(200);
    const narrower = { record: { ...first.record, audience: 'members' }, revision: again.revision };
    await ma!.officer.put(`/api/resources/${id}`).send(narrower).expect(200);
    expect(await review(ma!, id)).toMatchObject({ mayRelease: false, obstacles: [{ code: 'gate/fewer-readers', path: 'audience' }] });
  });
});

describe('a resource for named members', () => {
  const OPEN = 'Aide-mémoire pour trois';
  const CARRIED = `select sha256 from blob where media_type = '${SEALED_TYPE}'`;
  const bytes = Buffer.concat([pdfOf(2 * 1024 * 1024), Buffer.from('a sentence that nobody else may read')]);

  it('is refused by the gate while a reader has no key', async () => {
    const record = { ...resourceWith([], 'https://example.org/aide'), audience: ['node:pt'] };
    const { body } = await ma!.officer.post('/api/resources').send({ record }).expect(201);
    const { obstacles, mayRelease } = await review(ma!, body.id);
    expect([mayRelease, obstacles.map(({ code }) => code)]).toEqual([false, ['gate/no-agreement-key']]);
  });

  it('is refused by the gate when its list names its author alone', async () => {
    const record = { ...resourceWith([], 'https://example.org/aide'), audience: ['node:ma'] };
    const { body } = await ma!.officer.post('/api/resources').send({ record }).expect(201);
    const { obstacles, mayRelease, digest } = await review(ma!, body.id);
    expect([mayRelease, obstacles]).toMatchObject([false, [{ code: 'gate/no-other-reader', path: 'audience' }]]);
    await ma!.publisher.post(`/api/resources/${body.id}/release`).send({ digest, filesRead: true }).expect(422);
  });

  it('is opened by them alone, although the hub carries it, with a key that was replaced too, and is gone when it is taken back', async () => {
    const keyOf = async ({ officer }: Desk): Promise<string | undefined> => (await officer.get('/api/membership')).body.agreement?.kid;
    const announce = async (desk: Desk): Promise<void> => {
      const before = await keyOf(desk);
      await desk.node.get(OwnKeysService, { strict: false }).announceAgreementKey();
      await eventually(async () => ((await keyOf(desk)) === before ? undefined : true));
    };
    await Promise.all([announce(ma!), announce(pt!)]);
    await eventually(async () => {
      const { body } = await ma!.officer.get('/api/members').expect(200);
      return body.items.filter(({ sealable }: { sealable: boolean }) => sealable).length === 2 ? true : undefined;
    });
    const title = [{ language: 'fr' as const, text: OPEN, provenance: 'human' as const }];
    await bring(ma!, bytes);
    const record = { ...resourceWith([referenceTo(bytes)]), title, audience: ['node:pt'] };
    const { body } = await ma!.officer.post('/api/resources').send({ record }).expect(201);
    const { digest } = await review(ma!, body.id);
    const { body: released } = await ma!.publisher.post(`/api/resources/${body.id}/release`).send({ digest, filesRead: true }).expect(200);
    const path = `/api/library/resources/${released.released.resource}`;
    for (const { officer } of [pt!, ma!]) {
      const read = await eventually(async () => {
        const answer = await officer.get(path);
        return answer.status === 200 ? (answer.body as LibraryResource) : undefined;
      });
      expect(read).toMatchObject({ audience: ['node:ma', 'node:pt'], summary: { title: [{ text: OPEN }] } });
    }
    await announce(pt!);
    const { body: list } = await pt!.officer.get('/api/library/resources?q=trois').expect(200);
    expect(list.items).toMatchObject([{ id: released.released.resource, title: [{ text: OPEN }] }]);

    const { body: proof } = await pt!.officer.get(`${path}/evidence`).expect(200);
    expect(proof.jws).toContain('.');
    for (const server of [network.hub, pt!.node]) await request(server.getHttpServer()).get(`${path}/evidence`).expect(404);

    // Its file comes with it: the same at the reader's desk byte for byte, and nothing that could be read where it was carried.
    await eventually(async () => ((await held(pt!, bytes)).length === 1 ? true : undefined));
    const file = `${path}/files/${digestOf(bytes)}`;
    const saved = await pt!.officer.get(file).buffer(true).expect(200);
    expect(bytes.equals(saved.body as Buffer)).toBe(true);
    expect(saved.headers).toMatchObject({
      'content-disposition': 'attachment; filename=guide.pdf',
      'x-content-type-options': 'nosniff',
      'content-type': 'application/pdf',
    });
    const end = await pt!.officer.get(file).set({ range: 'bytes=-36' }).buffer(true).expect(206);
    expect((end.body as Buffer).toString()).toBe('a sentence that nobody else may read');
    for (const server of [network.hub, pt!.node]) await request(server.getHttpServer()).get(file).expect(404);
    expect(await held({ node: network.hub }, bytes)).toEqual([]);
    const [carried, ...others] = await query<{ sha256: string }>(network.hub, CARRIED);
    const stored = await buffer(await network.hub.get(Files, { strict: false }).read(carried!.sha256));
    expect([others, stored.length, digestOf(stored)]).toEqual([[], sealedSize(bytes.length), carried!.sha256]);
    for (let at = 0; at < bytes.length - 32; at += 10_007) expect(stored.includes(bytes.subarray(at, at + 32))).toBe(false);
    expect(stored.includes('nobody else')).toBe(false);

    const sealed = `select jws, pos::int from log_entry where type = 'resource.sealed.published.v1'`;
    const [leaf] = await query<{ jws: string; pos: number }>(network.hub, sealed);
    expect(Buffer.from(leaf!.jws.split('.')[1]!, 'base64url').toString()).not.toContain('Aide');
    const latest = await network.hub.get(CheckpointStore, { strict: false }).latest();
    const shownTo = async (reader: 'node:pt' | 'node:py'): Promise<string> =>
      Buffer.from((await network.hub.get(FeedPages, { strict: false }).page(leaf!.pos, 1, latest!, reader)).bytes).toString();
    expect(await shownTo('node:py')).toContain('"jws":null,"why":"audience"');
    expect(await shownTo('node:pt')).toContain(leaf!.jws);
    for (const server of [network.hub, pt!.node]) await request(server.getHttpServer()).get(path).expect(404);

    // A hub that has lost it has it again from a reader, who makes it anew, and it is the same.
    await query(network.hub, 'delete from blob where sha256 = $1', [carried!.sha256]);
    await pt!.node.get(OfferWorker, { strict: false }).askAgain();
    expect(await query(network.hub, CARRIED)).toEqual([carried]);

    await ma!.publisher.post(`/api/resources/${body.id}/withdrawal`).send({ reason: 'outdated', purge: true }).expect(200);
    expect(await answered(pt!.node, path, 410)).toMatchObject({ code: 'content/withdrawn', tombstone: { purged: true } });
    for (const server of [network.hub, pt!.node, ma!.node])
      await eventually(async () => ((await query<{ jws: string | null }>(server, sealed))[0]!.jws === null ? true : undefined));
    await eventually(async () => ((await query(network.hub, CARRIED)).length + (await held(pt!, bytes)).length === 0 ? true : undefined));
  });
});

describe('what a mechanism seals without a gate', () => {
  const restricted = () => ma!.node.get(RestrictedFacade, { strict: false });
  /** Has node:ma say it as it stands, changed on the way by `change`; answers why node:pt set it aside. */
  const aside = async (published: ResourcePublished, change: (data: ResourceSealed) => ResourceSealed = (data) => data) => {
    const outgoing = ma!.node.get(OutgoingFacade, { strict: false });
    const subject = `resource:${published.resource}`;
    await ma!.node.get(DataSource).transaction(async (tx) => {
      const { type, audience, files, ...message } = await restricted().messageOf(tx, published, ['node:pt']);
      const data = change(message.data as ResourceSealed);
      await outgoing.submit(tx, { type, subject, audience, data, files: data.files ? files : [] });
    });
    await outgoing.ring();
    const [{ pos }] = await eventually(async () => {
      const rows = await query<{ pos: number }>(
        ma!.node,
        `select position::int as pos from outgoing_message where subject = '${subject}' and position is not null`,
      );
      return rows.length > 0 ? (rows as [{ pos: number }]) : undefined;
    });
    const { why } = await eventually(async () => {
      const { body } = await pt!.coordinator.get('/api/queue/quarantine').expect(200);
      return (body.items as QuarantinedView[]).find(({ position }) => position === pos);
    });
    await pt!.officer.get(`/api/library/resources/${published.resource}`).expect(404);
    return why;
  };

  it('is opened by a reader’s node, and set aside when it holds what the hub would have refused', async () => {
    const { summary, ...rest } = publishedResource([]);
    const text = 'Écrire à bureau@example.org pour chaque étape.';
    expect(await aside({ ...rest, summary: { ...summary, summary: [{ ...summary.summary[0]!, text }] } })).toBe('not-passed');
  });

  it('is set aside with its file when that is not what it is called, or another than was announced', async () => {
    const bytes = pdfOf(1_000);
    await bring(ma!, bytes);
    const called = { ...referenceTo(bytes, 'guide.txt'), mediaType: 'text/plain' as const };
    expect(await aside(publishedResource([called]))).toBe('not-passed');
    expect(await held(pt!, bytes)).toEqual([]);
    expect(await aside(publishedResource([referenceTo(bytes)]), ({ files: _, ...data }) => data)).toBe('not-passed');
  });

  it('is set aside when it is not what was sealed, as when a key is not here', async () => {
    expect(await aside(publishedResource([]), (data) => ({ ...data, version: data.version + 1 }))).toBe('not-opened');
  });
});

describe('a resource', () => {
  it('is not written without its files, nor released by who wrote it or without a word on the files', async () => {
    const { officer, publisher } = ma!;
    const missing = await officer
      .post('/api/resources')
      .send({ record: resourceWith([referenceTo(pdfOf(100))]) })
      .expect(422);
    expect(missing.body).toMatchObject({ code: 'resource/file-not-here', errors: [{ path: 'files.0', code: 'file/not-here' }] });
    const { body } = await officer
      .post('/api/resources')
      .send({ record: resourceWith([]) })
      .expect(201);
    const incomplete = await officer.post(`/api/resources/${body.id}/submission`).expect(422);
    expect(incomplete.body).toMatchObject({ code: 'resource/incomplete', errors: [{ path: 'files', code: 'field/required' }] });
    const early = await publisher
      .post(`/api/resources/${body.id}/release`)
      .send({ digest: 'a'.repeat(43), filesRead: true })
      .expect(409);
    expect(early.body.code).toBe('resource/step-not-open');
    await publisher
      .post(`/api/resources/${body.id}/release`)
      .send({ digest: 'a'.repeat(43) })
      .expect(422);
  });
});
