import { beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { arrive } from '../../scripts/steps/crawl.mjs';
import type { BrowsedNetwork } from '../harness/browsed-network.js';
import { complaintsOf } from '../harness/browser.js';
import { eventually } from '../harness/waiting.js';

/** As a reader would type it: without accents, and the Arabic without its hamza. */
const SOUGHT = { fr: 'recommandations departements', ar: 'مشاورات جهوية' } as const;

/** A reader finds a practice among those that `place` has published. */
export const findAPractice = (place: BrowsedNetwork): void => {
  beforeAll(async () => {
    // Words are indexed behind everything that readers wait for.
    for (const words of Object.values(SOUGHT)) {
      await eventually(async () => {
        const found = (await (await fetch(`${place.hub}/api/library/practices?q=${encodeURIComponent(words)}`)).json()) as {
          readonly items: readonly unknown[];
        };
        return found.items.length > 0 ? true : undefined;
      });
    }
  }, 60_000);

  const open = async (address: string, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: readonly string[] }> => {
    const context = await place.browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await (options.javaScriptEnabled === false ? page.goto(address) : arrive(page, address));
    return { page, complaints };
  };
  const titles = (page: Page): Promise<readonly string[]> => page.locator('article h2 a').allTextContents();
  const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
  /** The first facet's first value that is not chosen yet. */
  const narrow = (page: Page): Promise<void> => page.locator('section[aria-labelledby="facet-theme"] a').first().click();

  it.each(['en', 'ar'])(
    'with a page that works before any script: words in French and Arabic, a facet, the order, in %s',
    async (language) => {
      const { page } = await open(`${place.hub}/${language}/practices`, { javaScriptEnabled: false });
      const all = await titles(page);
      expect(all.length).toBeGreaterThan(1);
      await page.selectOption('#library-order', 'oldest');
      await page.locator('search button[type=submit]').click();
      expect(parameter(page, 'order')).toBe('oldest');
      expect(await titles(page)).toEqual([...all].reverse());

      for (const words of Object.values(SOUGHT)) {
        await page.fill('#library-q', words);
        await page.locator('search button[type=submit]').click();
        const found = await titles(page);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThan(all.length);
      }
      await narrow(page);
      expect(parameter(page, 'theme')).not.toBeNull();
      expect(parameter(page, 'q')).toBe(SOUGHT.ar);
      expect(parameter(page, 'order')).toBe('oldest');
      expect((await titles(page)).length).toBeGreaterThan(0);
      await page.context().close();
    },
    60_000,
  );

  it.each(['en', 'ar'])(
    'with script, shares the address, and whoever gets it sees the same and can verify it, in %s',
    async (language) => {
      const { page, complaints } = await open(`${place.hub}/${language}/practices`);
      const all = await titles(page);
      await page.fill('#library-q', SOUGHT.fr);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.searchParams.get('q') === SOUGHT.fr);
      await page.waitForFunction((before) => document.querySelectorAll('article h2 a').length < before, all.length);
      await narrow(page);
      await page.waitForURL((url) => url.searchParams.has('theme'));
      await page.selectOption('#library-order', 'oldest');
      await page.waitForURL((url) => url.searchParams.get('order') === 'oldest');
      const [shared, found] = [page.url(), await titles(page)];
      expect(found.length).toBeGreaterThan(0);

      const other = await open(shared, { viewport: { width: 390, height: 844 } });
      expect(await titles(other.page)).toEqual(found);
      expect(await other.page.inputValue('#library-q')).toBe(SOUGHT.fr);
      await other.page.locator('article h2 a').first().click();
      await other.page.waitForURL(/practices\/[0-9a-f-]{36}$/);
      await other.page.locator('#page-title', { hasText: found[0]! }).waitFor();
      await other.page.locator('#verification [data-holds=true]').first().waitFor();
      expect(await other.page.locator('#verification [data-holds=false]').count()).toBe(0);
      // Back to the list as it was.
      await other.page.goBack();
      await other.page.waitForURL(shared);
      await other.page.locator('article h2 a').first().waitFor();
      expect(await titles(other.page)).toEqual(found);

      expect([...complaints, ...other.complaints]).toEqual([]);
      await page.context().close();
      await other.page.context().close();
    },
    60_000,
  );
};
