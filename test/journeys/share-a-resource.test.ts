import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, clientFolder, complaintsOf, inBrowser, openBrowser, overflowOf } from '../harness/browser.js';
import { answered, DeskNetwork, PASSWORD } from '../harness/desk-network.js';
import { digestOf, pdfOf } from '../harness/published-resources.js';
import { eventually } from '../harness/waiting.js';

inBrowser('a resource', () => {
  const network = new DeskNetwork();
  const bytes = pdfOf(5 * 1024 * 1024);
  let browser: Browser;
  let base: string;

  const signedIn = async (email: string): Promise<Page> => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.request.post(`${base}/api/session`, { headers: { origin: base }, data: { email, password: PASSWORD } });
    return context.newPage();
  };

  beforeAll(async () => {
    await network.start({ admit: 2, suspend: 2, revoke: 2, committee: 2 }, { CLIENT_DIR: clientFolder('hub') });
    const desk = await network.desk('node:ma', { CLIENT_DIR: clientFolder('node') });
    base = await desk.node.getUrl();
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await network.stop();
  }, 60_000);

  it('is written with a file, released by a second person, and saved by a reader without any script', async () => {
    const page = await signedIn('officer@desk.example');
    const complaints = complaintsOf(page);
    await page.goto(`${base}/en/own-resources/new`);
    await page.getByLabel('Title').fill('guide to following recommendations');
    await page.getByLabel('In one line').fill('how a team follows each recommendation, step by step.');
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'macro.docm', mimeType: 'application/octet-stream', buffer: Buffer.from('a') });
    await page.getByText('A file of this type is not taken.').waitFor();
    await input.setInputFiles({ name: 'guide.pdf', mimeType: 'application/pdf', buffer: bytes });
    await page.getByText('Open guide.pdf').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /review/i }).click();
    await page.getByText('In review').first().waitFor();
    const address = page.url();
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['/ar/own-resources', '/fr/resources', address.slice(base.length)]) {
      await page.goto(`${base}${path}`);
      await page.locator('h1').waitFor();
      expect([path, await overflowOf(page), await axeFindings(page)]).toEqual([path, 0, []]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();

    const second = await signedIn('publisher@desk.example');
    await second.goto(address);
    const release = second.getByRole('button', { name: 'Release to the network' });
    await release.waitFor();
    expect(await release.isDisabled()).toBe(true);
    await second.getByLabel('I have opened every file, and no person can be recognised in it.').check();
    expect(await axeFindings(second)).toEqual([]);
    await release.click();
    await second.getByText('See what is published').waitFor();
    await second.context().close();

    await eventually(async () => {
      const { items } = (await answered(network.hub, '/api/library/resources', 200)) as { items: unknown[] };
      return items.length > 0 ? true : undefined;
    });
    const reader = await (await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })).newPage();
    await reader.goto(`${network.url}/en/resources?kind=guide`);
    await reader.getByRole('heading', { name: 'guide to following recommendations' }).waitFor();
    const [download] = await Promise.all([reader.waitForEvent('download'), reader.getByRole('link', { name: 'guide.pdf' }).click()]);
    expect(digestOf(await readFile(await download.path()))).toBe(digestOf(bytes));
    await reader.context().close();
    const open = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await open.goto(`${network.url}/ar/resources`);
    await open.locator('h2 a').first().click();
    await open.locator('#verification [data-holds=true]').first().waitFor();
    expect(await axeFindings(open)).toEqual([]);
    expect(await open.getByText(digestOf(bytes)).count()).toBe(1);
    await open.setViewportSize({ width: 320, height: 700 });
    expect(await overflowOf(open)).toBe(0);
    await open.goto(`${network.url}/fr/resources`);
    await open.locator('h2 a').first().waitFor();
    expect([await overflowOf(open), await axeFindings(open)]).toEqual([0, []]);
  }, 120_000);
});
