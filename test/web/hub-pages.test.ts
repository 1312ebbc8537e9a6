import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Invitation } from '@nmirf/contracts/network/enrolment';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { enrol } from '../../apps/node/src/enrolling.js';
import { crawl } from '../../scripts/steps/crawl.mjs';
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
      expect(await new Inspection(reader).everywhere(at(open))).toEqual([]);
      await reader.context().close();

      const { page, complaints } = await officerAt(browser, base, second, language, { viewport: WIDE });
      const inspection = new Inspection(page);
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
