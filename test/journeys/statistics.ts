import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import type { StatisticsList } from '@nmirf/contracts/statistics/statistics';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { DataSource } from 'typeorm';
import { axeFindings } from '../harness/browser.js';
import type { BrowsedDesk } from '../harness/browsed-desk.js';
import { answered, query } from '../harness/desk-network.js';
import { eventually } from '../harness/waiting.js';

/** Recommendations by theme: supported, noted, pending. */
const COUNTS: Readonly<Record<string, readonly [number, number, number]>> = {
  Health: [112, 43, 61],
  'Freedom of expression': [38, 4, 77],
  Water: [51, 29, 90],
  'One of a kind': [3, 0, 0],
};
const POSITIONS = ['supported', 'noted', 'pending'];

/** A mechanism’s counts, through their own gate. */
export const publishCounts = (place: BrowsedDesk): void => {
  const track = async (theme: string, position: string, count: number): Promise<void> => {
    await query(
      place.desk.node,
      `insert into recommendation (id, source_document_id, country, document_symbol, paragraph, text, recommending_states, position, primary_theme,
         themes, affected_persons, sdgs, sdg_goals, order_key, search_text, content_digest, created_at, changed_at)
       select gen_random_uuid(), (select id from source_document), 'MAR', 'A/HRC/52/7', $1 || n, 'A text.', '{}', $2, $3, '{}', '{}', '{}', '{}',
              $1 || n, '', '', now(), now() from generate_series(1, $4::int) n`,
      [randomUUID(), position, theme, count],
    );
  };

  const atTheGate = () => place.open('publisher', '/en/statistics');
  const everything = async (count: number): Promise<void> => {
    for (const theme of Object.keys(COUNTS)) for (const position of POSITIONS) await track(theme, position, count);
  };
  const shown = () => answered(place.network.hub, '/api/statistics', 200) as Promise<StatisticsList>;

  beforeAll(async () => {
    await query(
      place.desk.node,
      `insert into source_document (id, country, symbol, body, generation, imported_at) values ($1, 'MAR', 'A/HRC/52/7', 'UPR', '2025', now())`,
      [randomUUID()],
    );
    for (const [theme, counts] of Object.entries(COUNTS))
      for (const [i, count] of counts.entries()) await track(theme, POSITIONS[i]!, count);
  });

  it('are shown at their gate with what is withheld and why, and published as they are shown', async () => {
    const { page, complaints } = await atTheGate();
    await page.getByText('4 here: too small to publish').waitFor();
    await page
      .getByText(/here: withheld so that a small count cannot be computed/)
      .first()
      .waitFor();
    await page.getByText('112 here, rounded').waitFor();
    await page.getByText(/^Left out, .*One of a kind/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish this table: Recommendations by theme and position' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish this table' }).click();
    await page.getByText('Version 1 was published').waitFor();
    // The same table is not published twice.
    await page.getByText('No count has changed since it was published.').waitFor();
    await page.getByRole('button', { name: 'Publish this table: Recommendations by theme and position' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();

    const published = await eventually(async () => (await shown()).items[0]);
    expect(published).toMatchObject({ source: 'node:ma', kind: 'themes', version: 1, mechanism: { country: 'MAR' } });
    expect(published.table.rows).toEqual(['Freedom of expression', 'Health', 'Water']);
    expect(published.table.cells[0]?.[1]).toBeNull();
    expect(published.suppressed).toMatchObject({ small: 1, lines: 1 });
    expect(JSON.stringify(published)).not.toMatch(/One of a kind/);
  }, 120_000);

  it('wait for a year when they have changed too little, for two releases can be subtracted', async () => {
    await track('Health', 'supported', 3);
    const { body: preview } = await place.desk.publisher.get('/api/own-statistics/themes').expect(200);
    expect(preview).toMatchObject({ obstacle: { code: 'statistics/too-soon' }, published: { version: 1 } });
    await place.desk.publisher.post('/api/own-statistics/themes/release').send({ digest: preview.digest }).expect(409);
    await place.desk.officer.post('/api/own-statistics/themes/release').send({ digest: preview.digest }).expect(403);
    // What differs enough may leave, but only as it was looked at.
    await everything(20);
    const { body: stale } = await place.desk.publisher
      .post('/api/own-statistics/themes/release')
      .send({ digest: preview.digest })
      .expect(409);
    expect(stale.code).toBe('statistics/changed-meanwhile');
    const { body: fresh } = await place.desk.publisher.get('/api/own-statistics/themes').expect(200);
    await place.desk.publisher.post('/api/own-statistics/themes/release').send({ digest: fresh.digest }).expect(200);
    await eventually(async () => ((await shown()).items[0]?.version === 2 ? true : undefined));
  }, 60_000);

  it('are refused by the hub when they go round the gate', async () => {
    const outgoing = place.desk.node.get(OutgoingFacade, { strict: false });
    const { body: list } = await place.desk.publisher.get('/api/statistics').expect(200);
    const { source: _source, mechanism: _mechanism, place: _place, ...last } = list.items[0];
    const data = { ...last, version: 3, table: { ...last.table, cells: last.table.cells.map((row: unknown[]) => row.map(() => 7)) } };
    await place.desk.node
      .get(DataSource)
      .transaction((tx) => outgoing.submit(tx, { type: 'statistics.published.v1', subject: 'statistics:themes', data }));
    await outgoing.ring();
    const refused = await eventually(async () => {
      const { body } = await place.desk.publisher.get('/api/queue?state=refused').expect(200);
      return body.items.find(({ type }: { type: string }) => type === 'statistics.published.v1');
    });
    expect(refused.problem).toMatchObject({ code: 'anonymisation-refused' });
    expect(refused.problem.errors[0]).toMatchObject({ code: 'gate/small-number', path: 'table.cells.0.0' });
  }, 60_000);

  it('are taken back everywhere, go on counting as released, and may be followed by others', async () => {
    const withdrawal = { reason: 'mistaken', purge: true };
    await place.desk.officer.post('/api/own-statistics/themes/withdrawal').send(withdrawal).expect(403);
    const { page } = await atTheGate();
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^Take back the published table/ });
    await dialog.getByLabel(/^Why/).selectOption('mistaken');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByText('Version 2 was taken back').waitFor();
    await page.context().close();

    const withdrawn = await eventually(async () => (await shown()).withdrawn[0]);
    expect(withdrawn).toMatchObject({ source: 'node:ma', kind: 'themes', reason: 'mistaken', mechanism: { country: 'MAR' } });
    expect((await shown()).items).toEqual([]);
    const erased = `select count(*)::int as count from log_entry where jws is null and why = 'withdrawn'`;
    expect(await query(place.network.hub, erased)).toEqual([{ count: 2 }]);
    const { body: again } = await place.desk.publisher.post('/api/own-statistics/themes/withdrawal').send(withdrawal).expect(409);
    expect(again.code).toBe('statistics/not-public');

    await track('Health', 'supported', 3);
    const { body: preview } = await place.desk.publisher.get('/api/own-statistics/themes').expect(200);
    expect(preview).toMatchObject({
      obstacle: { code: 'statistics/too-soon' },
      published: { version: 2, withdrawn: { reason: 'mistaken' } },
    });
    await everything(20);
    const { body: fresh } = await place.desk.publisher.get('/api/own-statistics/themes').expect(200);
    await place.desk.publisher.post('/api/own-statistics/themes/release').send({ digest: fresh.digest }).expect(200);
    await eventually(async () => ((await shown()).items[0]?.version === 3 ? true : undefined));
    expect((await shown()).withdrawn).toEqual([]);
  }, 60_000);
};
