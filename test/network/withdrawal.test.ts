import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import { Bells } from '@nmirf/platform/queue/bell';
import { Evidence } from '@nmirf/replica/log/evidence';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { audit } from '../../apps/auditor/src/audit.js';
import { findingOf } from '../../apps/auditor/src/checks.js';
import { answered, type Desk, DeskNetwork, edit, query, release, write } from '../harness/desk-network.js';
import { eventually } from '../harness/waiting.js';

const network = new DeskNetwork();
let [ma, pt]: [Desk, Desk] = [] as never;

beforeAll(async () => {
  await network.start({ admit: 2, suspend: 1, revoke: 2, committee: 2 });
  [ma, pt] = [await network.desk('node:ma'), await network.desk('node:pt')];
}, 60_000);
afterAll(() => network.stop(), 60_000);

const servers = (): NestExpressApplication[] => [network.hub, ma.node, pt.node];
const library = (id: string) => `/api/library/practices/${id}`;

const everywhere = (id: string, status: number): Promise<unknown[]> =>
  Promise.all(servers().map((server) => answered(server, library(id), status)));

/** The text of every message about a subject that a server still holds. */
const textsAt = (app: NestExpressApplication, id: string) =>
  query<{ jws: string | null; why: string | null }>(
    app,
    `select e.jws, e.why from replica_publication p join log_entry e on e.pos = p.position where p.subject = $1 order by p.position`,
    [`practice:${id}`],
  );

const audited = async () => {
  const result = await audit({ hub: network.url, known: [], pin: (id) => id === network.network, onProgress: () => undefined });
  return { holds: result.holds, findings: result.checks.flatMap((check) => findingOf(check) ?? []) };
};

const rootOf = (app: NestExpressApplication): Promise<string | undefined> =>
  app
    .get(Evidence, { strict: false })
    .view()
    .then(({ root }) => root)
    .catch(() => undefined);

const settled = async (): Promise<void> => {
  await eventually(async () => (new Set(await Promise.all(servers().map(rootOf))).size === 1 ? true : undefined));
};

describe('what its author takes back', () => {
  let id = '';
  let kept = '';

  it('had its versions', async () => {
    const practice = await write(ma);
    id = await release(ma, practice);
    await everywhere(id, 200);
    await edit(ma, practice);
    expect(await release(ma, practice)).toBe(id);
    const [found] = await eventually(async () => {
      const all = (await everywhere(id, 200)) as LibraryPractice[];
      return all.every(({ version }) => version === 2) ? all : undefined;
    });
    expect(found!.versions.map(({ version }) => version)).toEqual([2, 1]);
    kept = (await textsAt(pt.node, id))[0]!.jws!;
    await ma.officer.post(`/api/practices/${practice}/withdrawal`).send({ reason: 'mistaken', purge: true }).expect(403);
    const { body } = await ma.publisher.post(`/api/practices/${practice}/withdrawal`).send({ reason: 'mistaken', purge: true }).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', withdrawn: { practice: id, why: 'withdrawn', reason: 'mistaken' } });
    await ma.publisher.post(`/api/practices/${practice}/withdrawal`).send({ reason: 'mistaken', purge: true }).expect(409);
  }, 60_000);

  it('is gone everywhere, and a tombstone says so', async () => {
    const [answer] = await everywhere(id, 410);
    expect(answer).toMatchObject({ code: 'content/withdrawn', tombstone: { source: 'node:ma', reason: 'mistaken', purged: true } });
    for (const server of servers()) {
      expect(await textsAt(server, id)).toEqual([
        { jws: null, why: 'withdrawn' },
        { jws: null, why: 'withdrawn' },
      ]);
    }
    await ma.node.get(Bells, { strict: false }).ring('takedowns');
    await eventually(async () => {
      const rows = await query(
        ma.node,
        `select 1 from outgoing_message where type = 'practice.published.v1' and (jws is not null or data <> '{}')`,
      );
      return rows.length === 0 ? true : undefined;
    });
  }, 60_000);

  it('leaves a log that still holds', async () => {
    await settled();
    const feed = await (await fetch(`${network.url}/nmirf/v1/feed?from=0`)).text();
    expect(feed.split('\n').filter((line) => line.includes('"why":"withdrawn"'))).toHaveLength(2);
    const evidence = await (await fetch(`${network.url}/api/log/1`)).json();
    expect(evidence).toMatchObject({ position: 1, why: 'withdrawn' });
    expect(await audited()).toEqual({ holds: true, findings: [] });
  }, 60_000);

  it('stays gone when an older copy comes back', async () => {
    const [row] = await query<{ position: string }>(
      pt.node,
      `select min(position) as position from replica_publication where subject = $1`,
      [`practice:${id}`],
    );
    await query(pt.node, 'update log_entry set jws = $1, why = null where pos = $2', [kept, row!.position]);
    await query(pt.node, 'update projection_state set position = 0');
    await pt.node.get(Bells, { strict: false }).ring('project');
    await eventually(async () => ((await textsAt(pt.node, id)).every(({ jws }) => jws === null) ? true : undefined));
    await answered(pt.node, library(id), 410);
  }, 60_000);

  it('is hidden only, when its text may stay in the record', async () => {
    const practice = await write(ma);
    const hidden = await release(ma, practice);
    await everywhere(hidden, 200);
    await ma.publisher.post(`/api/practices/${practice}/withdrawal`).send({ reason: 'outdated', purge: false }).expect(200);
    await everywhere(hidden, 410);
    for (const server of servers()) expect((await textsAt(server, hidden))[0]!.jws).not.toBeNull();
    await edit(ma, practice);
    const again = await release(ma, practice);
    expect(again).not.toBe(hidden);
    await everywhere(again, 200);
  }, 60_000);
});

describe('what the committee takes down', () => {
  it('is erased everywhere, against the will of its author', async () => {
    const practice = await write(pt);
    const id = await release(pt, practice);
    await everywhere(id, 200);
    const takedown = { subject: `practice:${id}`, reason: 'personal-data' };
    await ma.officer.post('/api/takedowns').send(takedown).expect(403);
    await pt.coordinator.post('/api/takedowns').send(takedown).expect(409);
    await ma.coordinator
      .post('/api/takedowns')
      .send({ ...takedown, subject: `practice:${practice}` })
      .expect(404);
    await ma.coordinator.post('/api/takedowns').send(takedown).expect(204);
    await ma.coordinator.post('/api/takedowns').send(takedown).expect(409);
    const proposal = await eventually(async () => {
      const { body } = await ma.coordinator.get('/api/proposals').expect(200);
      return (body as { type: string; hash: string; subject: string }[]).find(({ subject }) => subject === takedown.subject);
    });
    await ma.coordinator.post(`/api/proposals/${proposal.hash}/decision`).send({ decision: 'approve' }).expect(200);
    const [answer] = await everywhere(id, 410);
    expect(answer).toMatchObject({ code: 'content/taken-down', tombstone: { source: 'node:pt', why: 'erased', reason: 'personal-data' } });
    for (const server of servers()) expect(await textsAt(server, id)).toEqual([{ jws: null, why: 'erased' }]);
    await pt.node.get(Bells, { strict: false }).ring('takedowns');
    await eventually(async () => {
      const { body } = await pt.officer.get(`/api/practices/${practice}`).expect(200);
      return body.state === 'withdrawn' ? true : undefined;
    });
    await settled();
    expect(await audited()).toEqual({ holds: true, findings: [] });
  }, 60_000);

  it('is a hole that a new member reads over', async () => {
    const py = await network.desk('node:py');
    const root = await rootOf(network.hub);
    await eventually(async () => ((await rootOf(py.node)) === root ? true : undefined));
    const subjects = await query<{ subject: string }>(network.hub, 'select subject from replica_tombstone');
    expect(subjects).toHaveLength(3);
    for (const { subject } of subjects) await answered(py.node, library(subject.slice('practice:'.length)), 410);
  }, 60_000);
});

it('shows a hub that erases what nobody asked it to erase', async () => {
  const practice = await write(ma);
  const id = await release(ma, practice);
  await everywhere(id, 200);
  await query(
    network.hub,
    `update log_entry set jws = null, why = 'withdrawn' where pos = (select position from replica_publication where subject = $1)`,
    [`practice:${id}`],
  );
  expect(await audited()).toMatchObject({ holds: false, findings: [{ check: 'messages', reason: 'erased-unsaid' }] });
}, 60_000);
