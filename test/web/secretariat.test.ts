import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clientFolder, inBrowser, openBrowser } from '../harness/browser.js';
import { fillDate } from '../harness/date-field.js';
import { PASSWORD } from '../harness/officers.js';
import { RealNetwork } from '../harness/real-network.js';

const officer = 'officer@hub.example';

inBrowser('the desk of the secretariat', () => {
  const network = new RealNetwork();
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    await network.start({ hub: clientFolder('hub'), node: clientFolder('node') });
    await network.employ(PASSWORD, officer);
    base = network.hub.environment['PUBLIC_URL']!;
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await network.stop();
  }, 60_000);

  it('shows nothing of the desk to whoever is not signed in, and goes on where they wanted to go', async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/en/desk/audit?action=session.started`);
    await page.waitForURL('**/sign-in**');
    await page.fill('#email', officer);
    await page.fill('#password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk/audit?action=session.started');
    await page.locator('main li').first().waitFor();
    expect(await page.locator('main li').count()).toBe(1);

    const today = new Date().toISOString().slice(0, 10);
    await fillDate(page, '#audit-from', today);
    await page.waitForURL(`**/desk/audit?action=session.started&from=${today}`);
    await fillDate(page, '#audit-to', '2026-01-01');
    await page.getByText('Nothing is recorded for this').waitFor();
    await page.getByText('This day is before the first one').waitFor();
    await fillDate(page, '#audit-to', '');
    await page.locator('main li').first().waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export as CSV' }).click()]);
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT.*,Signed in,/);
    await page.close();
  }, 30_000);
});
