import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clientFolder, inBrowser, openBrowser } from '../harness/browser.js';
import { PASSWORD } from '../harness/desk-of-hub.js';
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
    await page.close();
  }, 30_000);
});
