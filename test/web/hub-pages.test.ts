import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { invitationView } from '@nmirf/contracts/network/enrolment';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { crawl } from '../../scripts/steps/crawl.mjs';
import { apiAt } from '../harness/api-at.js';
import { apply, invitationTo } from '../harness/application.js';
import { axeFindings, clientFolder, inBrowser, openBrowser, overflowOf } from '../harness/browser.js';
import { Inspection, NARROW, WIDE } from '../harness/inspection.js';
import { officerAt, PASSWORD } from '../harness/officers.js';
import { RealNetwork } from '../harness/real-network.js';

const [first, second] = ['first@hub.example', 'second@hub.example'] as const;

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
  const prepare = async (): Promise<void> => {
    const [one, two] = [await apiAt(browser, base, first), await apiAt(browser, base, second)];
    await apply(network, [one, two]);
    await one.tell(invitationView, '/api/invitations', invitationTo('TUN', 'node:tn'));
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
    await prepare();
    desk = [...(await crawl(officer.page, base, ['/desk'])).values()].filter((path) => path.startsWith('/desk'));
    await officer.page.context().close();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await network.stop();
  }, 60_000);

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
      const at = (paths: readonly string[]) => paths.map((path) => `${base}/${language}${path}`);
      expect(await new Inspection(reader, 'all').everywhere(at(open))).toEqual([]);
      await reader.context().close();

      const { page, complaints } = await officerAt(browser, base, second, language, { viewport: WIDE });
      const inspection = new Inspection(page, 'all');
      expect(await inspection.everywhere(at(desk))).toEqual([]);
      // To issue and to withdraw, to approve and to refuse.
      expect(inspection.opened).toBeGreaterThanOrEqual(4);
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
