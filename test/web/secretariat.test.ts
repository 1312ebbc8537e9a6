import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { invitation } from '@nmirf/contracts/network/enrolment';
import type { Browser, Page } from 'playwright-core';
import { enrol } from '../../apps/node/src/enrolling.js';
import { axeFindings, clientFolder, complaintsOf, inBrowser, openBrowser, overflowOf } from '../harness/browser.js';
import { RealNetwork } from '../harness/real-network.js';
import { eventually } from '../harness/waiting.js';

const password = 'a long enough password for tests';
const [first, second] = ['first@hub.example', 'second@hub.example'];

inBrowser('the desk of the secretariat', () => {
  const network = new RealNetwork();
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    await network.start({ hub: clientFolder('hub'), node: clientFolder('node') });
    await network.employ(password, first!, second!);
    base = network.hub.environment['PUBLIC_URL']!;
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await network.stop();
  }, 60_000);

  interface Officer {
    readonly page: Page;
    readonly complaints: readonly string[];
  }

  const signedIn = async (email: string, language: string, options: { colorScheme?: 'dark'; width?: number } = {}): Promise<Officer> => {
    const { colorScheme = 'light', width = 1280 } = options;
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      colorScheme,
      viewport: { width, height: 800 },
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${base}/${language}/desk`);
    await page.waitForURL('**/sign-in**');
    await page.fill('#email', email);
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk');
    return { page, complaints };
  };

  const confirm = (page: Page): Promise<void> => page.locator('dialog[open] button[type=submit]').click();

  it.each([
    ['en', 'KEN', 'node:ke', 'light'],
    ['ar', 'TUN', 'node:tn', 'dark'],
  ] as const)(
    'invites a mechanism and brings its application before the committee, in %s',
    async (language, country, node, scheme) => {
      const options = scheme === 'dark' ? { colorScheme: scheme } : {};
      const [one, two] = [await signedIn(first!, language, options), await signedIn(second!, language, options)];

      await one.page.locator(`a[href="/${language}/desk/invitations"]:visible`).click();
      await one.page.locator(`a[href="/${language}/desk/invitations/new"]`).click();
      await one.page.locator('form button[type=submit]').click();
      await one.page.locator('[role=alert] a').first().waitFor();
      expect(await one.page.locator('[role=alert] li').count()).toBe(6);
      await one.page.selectOption('#country', country);
      expect(await one.page.inputValue('#node')).toBe(node);
      await one.page.selectOption('#region', 'africa');
      await one.page.selectOption('#kind', 'interministerial');
      await one.page.fill('#name-en', 'A national mechanism');
      await one.page.locator('#languages input').first().check();
      await one.page.locator('form button[type=submit]').click();
      await one.page.waitForURL('**/desk/invitations');
      // Whoever prepared it can only withdraw it.
      const own = one.page.locator('main li', { hasText: node });
      await own.waitFor();
      expect(await own.getByRole('button').count()).toBe(1);

      await two.page.goto(`${base}/${language}/desk/invitations`);
      await two.page.locator('main li', { hasText: node }).getByRole('button').first().click();
      expect(await axeFindings(two.page)).toEqual([]);
      await confirm(two.page);
      // The focus stands on the button that saves the file.
      await two.page.waitForFunction(() => document.activeElement?.closest('main [role=status]') !== null);
      const [file] = await Promise.all([two.page.waitForEvent('download'), two.page.keyboard.press('Enter')]);
      const given = invitation.parse(JSON.parse(await readFile(await file.path(), 'utf8')));
      expect(given.node).toBe(node);
      const { enrolment, fingerprint } = await enrol(given, node, network.keys(node.slice(5)));

      for (const { page } of [one, two]) {
        await page.goto(`${base}/${language}/desk`);
        await page.locator(`a[href="/${language}/desk/enrolments/${enrolment}"]`).click();
        await page.getByText(fingerprint).waitFor();
        expect(await axeFindings(page)).toEqual([]);
        await page.locator('main button').first().click();
        await page.locator('dialog[open]').getByText(fingerprint).waitFor();
        await confirm(page);
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
      }
      const state = await eventually(async () => {
        const answer = (await (await one.page.request.get(`${base}/api/enrolments/${enrolment}`)).json()) as { readonly state: string };
        return answer.state === 'proposed' ? answer.state : undefined;
      });
      expect(state).toBe('proposed');
      expect([...one.complaints, ...two.complaints]).toEqual([]);
      await one.page.context().close();
      await two.page.context().close();
    },
    90_000,
  );

  const pages = ['', '/invitations', '/invitations/new', '/enrolments', '/health', '/audit'];

  it.each([
    ['en', 'dark', 1280],
    ['ar', 'light', 320],
  ] as const)(
    'holds WCAG 2.2 AA as far as axe can tell and fits, in %s, %s, %s pixels',
    async (language, scheme, width) => {
      const { page, complaints } = await signedIn(second!, language, { width, ...(scheme === 'dark' ? { colorScheme: scheme } : {}) });
      for (const path of pages) {
        await page.goto(`${base}/${language}/desk${path}`, { waitUntil: 'networkidle' });
        expect([path, complaints, await axeFindings(page), await overflowOf(page)]).toEqual([path, [], [], 0]);
      }
      await page.context().close();
    },
    60_000,
  );

  it('shows nothing of the desk to whoever is not signed in, and goes on where they wanted to go', async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/en/desk/audit?action=invitation.issued`);
    await page.waitForURL('**/sign-in**');
    await page.fill('#email', first!);
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk/audit?action=invitation.issued');
    await page.locator('main li').first().waitFor();
    expect(await page.locator('main li').count()).toBe(2);
    await page.close();
  }, 30_000);
});
