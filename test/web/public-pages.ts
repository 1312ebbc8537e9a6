import { beforeAll, expect, it } from '@jest/globals';
import { MOST_COUNTED } from '@nmirf/contracts/http/facets';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { arrive } from '../../scripts/steps/crawl.mjs';
import type { BrowsedNetwork } from '../harness/browsed-network.js';
import { axeFindings, complaintsOf } from '../harness/browser.js';
import { query } from '../harness/real-network.js';

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

  it('read of their address what fits, and have any words again as they were typed', async () => {
    const { page, complaints } = await open('/en/practices?theme=a&theme=b&order=x');
    await page.getByText(`${PRACTICES} practices`).waitFor();
    expect(page.url()).toBe(`${place.hub}/en/practices`);
    for (const words of ['12', 'true', '"liste"']) {
      await page.fill('#library-q', words);
      await page.keyboard.press('Enter');
      await page.waitForURL((address) => address.searchParams.get('q') === words);
      expect((await page.reload())?.status()).toBe(200);
      expect(await page.inputValue('#library-q')).toBe(words);
    }
    await page.getByRole('link', { name: 'Clear all' }).click();
    await page.getByText(`${PRACTICES} practices`).waitFor();
    expect([await page.getByRole('alert').count(), complaints]).toEqual([0, []]);
    await page.context().close();
  }, 60_000);

  it('say that there are more than are counted, with the numbers of each language', async () => {
    const database = place.network.hub.environment['DATABASE_URL']!;
    await query(
      database,
      `insert into replica_practice
       select copy.* from replica_practice one, generate_series(1000001, ${1_000_000 + MOST_COUNTED}) n,
              json_populate_record(one, json_build_object('position', n, 'id', gen_random_uuid())) copy
        where one.id = (select id from replica_practice limit 1)`,
    );
    const texts = {
      ar: ['أكثر من 10,000 ممارسة', 'محسوب من بين أحدث 10,000 منشور.'],
      en: ['More than 10,000 practices', 'Counted among the newest 10,000 publications.'],
      es: ['Más de 10.000 prácticas', 'Recuento entre las 10.000 publicaciones más recientes.'],
      fr: ['Plus de 10\u202f000 pratiques', 'Décompte parmi les 10\u202f000 publications les plus récentes.'],
      pt: ['Mais de 10 000 práticas', 'Contagem entre as 10 000 publicações mais recentes.'],
    };
    for (const [language, told] of Object.entries(texts)) {
      const { page } = await open(`/${language}/practices`, { javaScriptEnabled: false });
      for (const text of told)
        expect((await page.getByRole('main').innerText()).replaceAll(/\s/g, ' ')).toContain(text.replaceAll(/\s/g, ' '));
      await page.context().close();
    }
    const { page, complaints } = await open('/en/practices?region=asia-pacific');
    await page.getByText('Counted among the newest 10,000 publications: Region.').waitFor();
    await page.goto(`${place.hub}/en`);
    await page.getByText('more than 10,000').waitFor();
    await query(database, 'delete from replica_practice where position > 1000000');
    expect([await axeFindings(page), complaints]).toEqual([[], []]);
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
