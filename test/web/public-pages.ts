import { beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { arrive } from '../../scripts/steps/crawl.mjs';
import type { BrowsedNetwork } from '../harness/browsed-network.js';
import { axeFindings, complaintsOf } from '../harness/browser.js';

/** More than one page of the library holds. */
export const PRACTICES = 27;

/** The public pages of the hub, to anybody. */
export const publicPages = (place: BrowsedNetwork): void => {
  let practice: string;

  beforeAll(async () => {
    const page = (await (await fetch(`${place.hub}/api/library/practices?limit=1`)).json()) as {
      readonly items: readonly { readonly id: string }[];
    };
    practice = page.items[0]!.id;
  });

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: readonly string[] }> => {
    const context = await place.browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await (options.javaScriptEnabled === false ? page.goto(place.hub + path) : arrive(page, place.hub + path));
    return { page, complaints };
  };
  const pages = (): readonly string[] => [
    '',
    '/practices',
    `/practices/${practice}`,
    '/members',
    '/members/node:ma',
    '/log',
    '/about',
    '/nowhere',
  ];

  it('are whole before any script runs, and filters and words work without one', async () => {
    const { page } = await open('/fr/practices', { javaScriptEnabled: false });
    await page.getByText(`${PRACTICES} pratiques`).waitFor();
    expect(await page.locator('article h2 a').count()).toBe(25);
    await page.getByRole('link', { name: 'Page suivante' }).click();
    expect(await page.locator('article h2 a').count()).toBe(PRACTICES - 25);

    await page.getByRole('link', { name: /^Afrique/ }).click();
    expect(new URL(page.url()).searchParams.get('region')).toBe('africa');
    await page.fill('#library-q', 'no such words');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await page.getByText('Aucune pratique ne correspond').waitFor();
    expect(new URL(page.url()).searchParams.get('region')).toBe('africa');

    await page.locator('header summary').click();
    await page.locator('header a[lang=ar]').click();
    expect(new URL(page.url()).pathname).toBe('/ar/practices');
    expect(new URL(page.url()).searchParams.get('region')).toBe('africa');
    await page.context().close();
  }, 60_000);

  it('answer 404 for what is not there, and say so', async () => {
    const missing = ['/en/nowhere', '/en/practices/00000000-0000-4000-8000-000000000000', '/en/members/node:zz'];
    expect(await Promise.all(missing.map(async (path) => (await fetch(place.hub + path)).status))).toEqual([404, 404, 404]);
    const { page } = await open(missing[1]!);
    await page.getByRole('alert').waitFor();
    await page.context().close();
  });

  // English and Arabic are looked at with every page of the hub.
  it.each(['fr', 'es', 'pt'])(
    'are taken over by the script as they stand, in %s',
    async (language) => {
      const { page, complaints } = await open(`/${language}`);
      for (const path of pages()) {
        await arrive(page, `${place.hub}/${language}${path}`);
        expect([path, complaints]).toEqual([path, []]);
      }
      await page.context().close();
    },
    90_000,
  );

  it.each([
    ['en', 'Verified in this browser', 'This device is offline'],
    ['ar', 'جرى التحقق في هذا المتصفح', 'هذا الجهاز غير متصل بالشبكة'],
  ])(
    'lead to a practice and its verification by keyboard alone, in %s',
    async (language, verified, offline) => {
      const { page, complaints } = await open(`/${language}`);
      const press = async (times: number, key: string): Promise<void> => {
        for (let turn = 0; turn < times; turn += 1) await page.keyboard.press(key);
      };
      const tabTo = async (selector: string): Promise<void> => {
        for (let turn = 0; turn < 80; turn += 1) {
          await press(1, 'Tab');
          if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
        }
        throw new Error(`Tab never reaches ${selector}`);
      };
      await tabTo(`a[href="/${language}/practices"]`);
      await press(1, 'Enter');
      await page.waitForURL('**/practices');
      await page.waitForFunction(() => document.activeElement?.id === 'page-title');
      await tabTo('#library-q');
      await page.keyboard.type('liste');
      await press(1, 'Enter');
      await page.waitForURL('**q=liste**');
      await tabTo('article h2 a');
      await press(1, 'Enter');
      await page.waitForURL(/practices\/[0-9a-f-]{36}$/);
      await page.getByText(verified).waitFor();

      // Whoever knows the keys: the list of them, a page by two of them, a record by its words.
      await page.keyboard.press('?');
      await page.locator('dialog[open] kbd', { hasText: 'K' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.keyboard.press('m');
      await page.waitForURL('**/members');
      await page.keyboard.press('Control+k');
      await page.locator('dialog[open] input').waitFor();
      await page.keyboard.type('liste');
      await page.locator('[role=option] [lang]').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await press(1, 'Enter');
      await page.waitForURL(/practices\/[0-9a-f-]{36}$/);

      await page.context().setOffline(true);
      await page.getByText(offline).waitFor();
      await page.context().setOffline(false);
      await page.getByText(offline).waitFor({ state: 'detached' });
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
};
