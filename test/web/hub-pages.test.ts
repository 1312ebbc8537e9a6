import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Invitation } from '@nmirf/contracts/network/enrolment';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { enrol } from '../../apps/node/src/enrolling.js';
import { arrive, crawl } from '../../scripts/steps/crawl.mjs';
import { axeFindings, clientFolder, inBrowser, openBrowser, overflowOf } from '../harness/browser.js';
import { officerAt, PASSWORD } from '../harness/officers.js';
import { RealNetwork } from '../harness/real-network.js';

const [first, second] = ['first@hub.example', 'second@hub.example'] as const;
/** A window of 320 CSS pixels, which is also one of 1280 pixels at 400 % zoom (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 256 };
const WIDE = { width: 1280, height: 1024 };

inBrowser('every page of the hub', () => {
  const network = new RealNetwork();
  let browser: Browser;
  let base: string;
  /** Addresses without their language. */
  let open: readonly string[];
  let desk: readonly string[];

  const anybody = async (options: BrowserContextOptions = {}): Promise<Page> =>
    (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();

  /** What the desk needs to show something: an application that waits, and an invitation another officer can issue. */
  const prepare = async (page: Page): Promise<void> => {
    const ask = async (path: string, data?: object) => (await page.request.post(base + path, { headers: { origin: base }, data })).json();
    const draft = (country: string, node: string) => ({
      node,
      mechanism: {
        ...{ country, region: 'africa', kind: 'interministerial', languages: ['en'] },
        names: [{ language: 'en', value: 'A national mechanism for implementation, reporting and follow-up' }],
      },
    });
    const { id } = (await ask('/api/invitations', draft('KEN', 'node:ke'))) as { readonly id: string };
    await ask('/api/invitations', draft('TUN', 'node:tn'));
    const other = await officerAt(browser, base, second, 'en');
    const issued = (await (
      await other.page.request.post(`${base}/api/invitations/${id}/issue`, { headers: { origin: base } })
    ).json()) as Invitation;
    await enrol(issued, 'node:ke', network.keys('ke'));
    await other.page.context().close();
  };

  beforeAll(async () => {
    await network.start({ hub: clientFolder('hub'), node: clientFolder('node') });
    await network.publish(27);
    await network.settled();
    await network.employ(PASSWORD, first, second);
    base = network.hub.environment['PUBLIC_URL']!;
    browser = await openBrowser();
    const reader = await anybody();
    open = [...(await crawl(reader, base, ['', '/sign-in', '/nowhere'])).values()];
    await reader.context().close();
    const officer = await officerAt(browser, base, first, 'en');
    await prepare(officer.page);
    desk = [...(await crawl(officer.page, base, ['/desk'])).values()].filter((path) => path.startsWith('/desk'));
    await officer.page.context().close();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await network.stop();
  }, 60_000);

  const excess = async (page: Page): Promise<readonly string[]> => {
    await page.setViewportSize(NARROW);
    const overflow = await overflowOf(page);
    await page.setViewportSize(WIDE);
    return overflow === 0 ? [] : [`${String(overflow)} pixels too wide`];
  };

  /** How many dialogs have been opened since it was last asked. */
  let opened = 0;

  /** What is found in every dialog that a button of the page opens; opening one changes nothing. */
  const inDialogs = async (page: Page): Promise<readonly string[]> => {
    const buttons = page.locator('main button[type=button]:visible');
    const found: string[] = [];
    for (let index = 0; index < (await buttons.count()); index += 1) {
      await buttons.nth(index).click();
      if ((await page.locator('dialog[open]').count()) === 0) continue;
      found.push(...(await inView(page)));
      await page.keyboard.press('Escape');
      opened += 1;
    }
    return found;
  };

  /** The page follows the setting of the system by a script; colours that fade are there when they have faded. */
  const paint = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme, colorScheme);
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  };

  const inView = async (page: Page): Promise<readonly string[]> => {
    const found = [...(await axeFindings(page)), ...(await excess(page))];
    // Where a thing stands, and what it is called, is the same in the dark.
    await paint(page, 'dark');
    found.push(...(await axeFindings(page, 'colours')));
    await paint(page, 'light');
    return found;
  };

  /** What axe finds with everything unfolded, and by how much the page is too wide in a narrow window. */
  const findings = async (page: Page, address: string): Promise<readonly string[]> => {
    await arrive(page, address);
    await page.locator('main details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    return [...(await inView(page)), ...(await inDialogs(page))];
  };

  it('is found by following links', () => {
    expect(open).toEqual(expect.arrayContaining(['', '/practices', '/members', '/log', '/about', '/sign-in', '/nowhere']));
    expect(open.some((path) => /^\/practices\/./.test(path)) && open.some((path) => /^\/members\/./.test(path))).toBe(true);
    expect(desk).toEqual(expect.arrayContaining(['/desk', '/desk/members', '/desk/health', '/desk/audit', '/desk/invitations/new']));
    expect(desk.some((path) => /^\/desk\/enrolments\/./.test(path))).toBe(true);
  });

  it.each(['en', 'ar'] as const)(
    'holds WCAG 2.2 AA as far as axe can tell, light and dark, and fits 320 pixels and 400 %% zoom, in %s',
    async (language) => {
      const reader = await anybody({ viewport: WIDE });
      for (const path of open) expect([path, await findings(reader, `${base}/${language}${path}`)]).toEqual([path, []]);
      await reader.context().close();

      const { page, complaints } = await officerAt(browser, base, second, language, { viewport: WIDE });
      for (const path of desk) expect([path, await findings(page, `${base}/${language}${path}`)]).toEqual([path, []]);
      // To issue and to withdraw, to approve and to refuse.
      expect(opened).toBeGreaterThanOrEqual(4);
      opened = 0;
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    300_000,
  );

  it.each(['en', 'ar'])(
    'holds it with menus and the drawer open too, in %s',
    async (language) => {
      const { page } = await officerAt(browser, base, first, language, { viewport: WIDE });
      await page.locator('header summary').click();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('header button[aria-haspopup=menu]').click();
      await page.getByRole('menuitem').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.setViewportSize(NARROW);
      await page.locator('header button[aria-haspopup=dialog]:not([aria-keyshortcuts])').click();
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await page.context().close();
    },
    60_000,
  );
});
