import { beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { crawl } from '../../scripts/steps/crawl.mjs';
import { type BrowsedNetwork, SECRETARIAT } from '../harness/browsed-network.js';
import { axeFindings, complaintsOf, overflowOf } from '../harness/browser.js';
import { Inspection, NARROW, WIDE } from '../harness/inspection.js';
import { officerAt } from '../harness/officers.js';

const [first, second] = SECRETARIAT;

/** How many parts of the page would move when something about them changes. */
const movingParts = (page: Page): Promise<number> =>
  page.evaluate<number>(`[...document.querySelectorAll('*')].filter((part) => {
    const { animationName, transitionDuration } = getComputedStyle(part);
    return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s');
  }).length`);

/** Every page of the hub, for anybody and at the desk of the secretariat. */
export const everyPageOfTheHub = (place: BrowsedNetwork): void => {
  /** Addresses without their language. */
  let open: readonly string[];
  let desk: readonly string[];

  const anybody = async (options: BrowserContextOptions = {}): Promise<Page> =>
    (await place.browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();

  beforeAll(async () => {
    const reader = await anybody();
    open = [...(await crawl(reader, place.hub, ['', '/sign-in', '/nowhere'])).values()];
    await reader.context().close();
    const officer = await officerAt(place.browser, place.hub, first, 'en');
    desk = [...(await crawl(officer.page, place.hub, ['/desk'])).values()].filter((path) => path.startsWith('/desk'));
    await officer.page.context().close();
  }, 120_000);

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
      const at = (paths: readonly string[]) => paths.map((path) => `${place.hub}/${language}${path}`);
      const unlike = complaintsOf(reader);
      expect(await new Inspection(reader, 'all').everywhere(at(open))).toEqual([]);
      expect(unlike).toEqual([]);
      await reader.context().close();

      const { page, complaints } = await officerAt(place.browser, place.hub, second, language, { viewport: WIDE });
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
      const { page } = await officerAt(place.browser, place.hub, first, language, { viewport: WIDE });
      await page.locator('header summary').click();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('header button[aria-haspopup=menu]').click();
      await page.getByRole('menuitem').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      // Nothing moves for whoever asked for that; for others something does.
      expect(await movingParts(page)).toBe(0);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      expect(await movingParts(page)).toBeGreaterThan(0);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.keyboard.press('Escape');
      await page.setViewportSize(NARROW);
      await page.locator('header button[aria-haspopup=dialog]:not([aria-keyshortcuts])').click();
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await page.context().close();
    },
    60_000,
  );
};
