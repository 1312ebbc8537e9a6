import { readFile } from 'node:fs/promises';
import { expect, it, jest } from '@jest/globals';
import { digestOf as digestOfText } from '@nmirf/anonymisation/digest';
import { resourcePublished } from '@nmirf/contracts/resources/resource';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { axeFindings, overflowOf } from '../harness/browser.js';
import type { BrowsedDesk } from '../harness/browsed-desk.js';
import { answered } from '../harness/desk-network.js';
import { digestOf, pdfOf, resourceWith } from '../harness/published-resources.js';
import { eventually } from '../harness/waiting.js';

/** A resource with its file, from the desk to a reader. */
export const shareAResource = (place: BrowsedDesk): void => {
  const bytes = pdfOf(5 * 1024 * 1024);

  it('is written with a file, released by a second person, and saved by a reader without any script', async () => {
    const { page, complaints } = await place.open('officer', '/en/own-resources/new');
    await page.getByLabel('Title').fill('guide to following recommendations');
    await page.getByLabel('In one line').fill('how a team follows each recommendation, step by step.');
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'macro.docm', mimeType: 'application/octet-stream', buffer: Buffer.from('a') });
    await page.getByText('A file of this type is not taken.').waitFor();
    const from: number[] = [];
    await page.route(/\/api\/files\/[0-9a-f]{64}\?from=/, async (route) => {
      from.push(Number(new URL(route.request().url()).searchParams.get('from')));
      // The second part hangs until it is stopped, the answer to the third is not understood.
      if (from.length === 3) await route.fulfill({ json: {} });
      else if (from.length !== 2) await route.continue();
    });
    const guide = { name: 'guide.pdf', mimeType: 'application/pdf', buffer: bytes };
    await input.setInputFiles(guide);
    await page.getByText('guide.pdf: 40%').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped. What has come of “guide.pdf” is kept').waitFor();
    await input.setInputFiles(guide);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Open guide.pdf').waitFor();
    const part = 2 * 1024 * 1024;
    expect(from).toEqual([0, part, part, part, 2 * part]);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /review/i }).click();
    await page.getByText('In review').first().waitFor();
    const address = page.url();
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['/ar/own-resources', '/fr/resources', address.slice(place.base.length)]) {
      await page.goto(`${place.base}${path}`);
      await page.locator('h1').waitFor();
      expect([path, await overflowOf(page), await axeFindings(page)]).toEqual([path, 0, []]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();

    const { page: second } = await place.open('publisher', address.slice(place.base.length));
    const release = second.getByRole('button', { name: 'Release to the network' });
    await release.waitFor();
    expect(await release.isDisabled()).toBe(true);
    await second.getByLabel('I have opened every file, and no person can be recognised in it.').check();
    expect(await axeFindings(second)).toEqual([]);
    await release.click();
    await second.getByText('See what is published').waitFor();
    await second.context().close();

    await eventually(async () => {
      const { items } = (await answered(place.network.hub, '/api/library/resources', 200)) as { items: unknown[] };
      return items.length > 0 ? true : undefined;
    });
    const reader = await (await place.browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })).newPage();
    await reader.goto(`${place.network.url}/en/resources?kind=guide`);
    await reader.getByRole('heading', { name: 'guide to following recommendations' }).waitFor();
    const [download] = await Promise.all([reader.waitForEvent('download'), reader.getByRole('link', { name: 'guide.pdf' }).click()]);
    expect(digestOf(await readFile(await download.path()))).toBe(digestOf(bytes));
    await reader.context().close();
    const open = await (await place.browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await open.goto(`${place.network.url}/ar/resources`);
    await open.locator('h2 a').first().click();
    await open.locator('#verification [data-holds=true]').first().waitFor();
    expect(await axeFindings(open)).toEqual([]);
    expect(await open.getByText(digestOf(bytes)).count()).toBe(1);
    await open.setViewportSize({ width: 320, height: 700 });
    expect(await overflowOf(open)).toBe(0);
    await open.goto(`${place.network.url}/fr/resources`);
    await open.locator('h2 a').first().waitFor();
    expect([await overflowOf(open), await axeFindings(open)]).toEqual([0, []]);
  }, 120_000);

  /** Takes what is in review through the gate, everything masked that it asks about. */
  const release = async (id: string): Promise<void> => {
    const { publisher } = place.desk;
    const { body: found } = await publisher.get(`/api/resources/${id}/review`).expect(200);
    const flags = found.findings.filter(({ tier, decision }: { tier: string; decision?: string }) => tier === 'flag' && !decision);
    const decisions = flags.map(({ key }: { key: string }) => ({ key, decision: 'mask' }));
    const { body: review } = await publisher.put(`/api/resources/${id}/review`).send({ decisions }).expect(200);
    await publisher.post(`/api/resources/${id}/release`).send({ digest: review.digest, filesRead: true }).expect(200);
  };
  const sentBack = async (id: string): Promise<true | undefined> => {
    const { body } = await place.desk.officer.get(`/api/resources/${id}`).expect(200);
    return body.state === 'sent-back' ? true : undefined;
  };

  it('comes back from the hub with its places, is mended by one click, and goes out', async () => {
    const { officer, node } = place.desk;
    const summary = [
      { language: 'fr', text: 'La liste est tenue par Mme Zorka Blimfield (zorka@example.org).', provenance: 'human' as const },
    ];
    const record = { ...resourceWith([]), link: 'https://example.org/guide', summary };
    const { body } = await officer.post('/api/resources').send({ record }).expect(201);
    await officer.post(`/api/resources/${body.id}/submission`).expect(200);
    const outgoing = node.get(OutgoingFacade, { strict: false });
    const submit = outgoing.submit.bind(outgoing);
    // Whoever holds the signing key can send what the gate never saw.
    const roundTheGate = jest.spyOn(outgoing, 'submit').mockImplementationOnce((tx, draft) => {
      const { report, ...sent } = resourcePublished.parse(draft.data);
      const leaking = resourcePublished.shape.summary.parse({ ...sent.summary, summary });
      return submit(tx, { ...draft, data: { ...sent, summary: leaking, report: { ...report, digest: digestOfText(leaking) } } });
    });
    await release(body.id);
    roundTheGate.mockRestore();
    await eventually(() => sentBack(body.id));

    const { page, complaints } = await place.open('officer', `/en/own-resources/${body.id}`);
    await page.getByRole('button', { name: /^Show it in the text: .*zorka@example\.org/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Replace all \d+ places$/ }).click();
    await page.getByText('Every place is mended. Send the text for review again.').waitFor();
    await page.getByRole('button', { name: 'Save and send for review' }).click();
    await page.getByText('In review').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();

    await release(body.id);
    const published = await eventually(async () => {
      const { items } = (await answered(place.network.hub, '/api/library/resources', 200)) as { items: { summary: unknown }[] };
      return items.length === 2 ? items : undefined;
    });
    expect(JSON.stringify(published)).not.toMatch(/zorka|blimfield/i);
  }, 60_000);
};
