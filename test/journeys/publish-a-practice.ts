import { expect, it } from '@jest/globals';
import { linkStatus } from '@nmirf/contracts/network/queue';
import { practiceView } from '@nmirf/contracts/practices/authoring';
import type { Page } from 'playwright-core';
import { apiAt } from '../harness/api-at.js';
import type { BrowsedNetwork } from '../harness/browsed-network.js';
import { ByKeyboard } from '../harness/by-keyboard.js';
import { type Officer, signedInAt } from '../harness/officers.js';
import { eventually } from '../harness/waiting.js';

/** Who works at the node that publishes, and who reads at the other one. */
export const people = {
  'officer@ma.example': ['focal-point'],
  'reviewer@ma.example': ['reviewer'],
  'publisher@ma.example': ['publisher'],
  'coordinator@ma.example': ['coordinator'],
  'reader@ma.example': ['reader'],
} as const;
export const neighbours = { 'reader@pt.example': ['reader'] } as const;
type Email = keyof typeof people;

/** What the officer writes, with an address and a day that must not leave. */
const WRITTEN = {
  en: {
    title: 'One register of recommendations',
    summary: 'Every recommendation has one owner. Questions go to register@example.org since 12 March 2019.',
    block: 'The register',
  },
  ar: {
    title: 'سجل واحد للتوصيات',
    summary: 'لكل توصية جهة واحدة مسؤولة عنها. تُرسل الأسئلة إلى register@example.org منذ 12 مارس 2019.',
    block: 'السجل',
  },
} as const;

/** A mechanism publishes a practice, with the hub there and while it is down. */
export const publishAPractice = (place: BrowsedNetwork): void => {
  const { network } = place;

  const at = (email: Email, language: string, path = ''): Promise<Officer> =>
    signedInAt(place.browser, `${place.node}/${language}${path}`, email);

  /** The officer writes without a mouse; what is missing is listed, and the focus stands at the first of it. */
  const write = async (page: Page, language: 'en' | 'ar'): Promise<void> => {
    const [keys, text] = [new ByKeyboard(page), WRITTEN[language]];
    // The desk is there when its way to the practices is.
    await page.locator(`a[href="/${language}/practices"]:visible`).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await keys.press(page.locator(`main a[href="/${language}/practices/new"]`));
    await keys.type(page.locator('#title'), text.title);
    await keys.press(page.locator('form#editor button[type=submit]'));
    await page.waitForURL(/practices\/[0-9a-f-]{36}$/);
    const send = page.locator('form#editor button').last();
    await keys.press(send);
    await page.locator('[role=alert] li').nth(4).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'summary');
    await keys.type(page.locator('#summary'), text.summary);
    await keys.press(page.locator('#buildingBlocks ~ div > button'));
    await keys.type(page.locator('#block-0-title'), text.block);
    await keys.choose(page.locator('#type'), 'procedure');
    await keys.choose(page.locator('#stage'), 'established');
    await keys.type(page.locator('#from'), '3');
    await keys.choose(page.locator('#from-month'), '3');
    await keys.type(page.locator('#from-year'), '2019');
    await keys.press(send);
    await page.locator('[role=status][data-tone=info]').waitFor();
  };

  /** A reviewer opens the gate from the desk and gives their word on everything that waits for one. */
  const decide = async (page: Page): Promise<void> => {
    const keys = new ByKeyboard(page);
    await keys.press(page.locator('main a[href$="/review"]').first());
    await page.waitForURL(/review$/);
    await page.locator('#page-title').waitFor();
    const open = page.locator('main li[data-mark=flagged]').filter({ has: page.locator('input[type=radio], button') });
    await page.locator('main li[data-mark]').first().waitFor();
    for (let left = await open.count(); left > 0;) {
      const first = open.first().locator('input[type=radio], button').first();
      await keys.to(first);
      await page.keyboard.press('Space');
      const before = left;
      left = await eventually(async () => {
        const now = await open.count();
        return now < before ? now : undefined;
      });
    }
  };

  /** A reader of the hub and a reader at another node open it, and their browsers verify it. */
  const verify = async (language: 'en' | 'ar', id: string, title: string): Promise<void> => {
    await eventually(async () => ((await fetch(`${place.hub}/api/library/practices/${id}`)).ok ? true : undefined));
    const page = await place.browser.newPage();
    await page.goto(`${place.hub}/${language}/practices/${id}`);
    await page.locator('#page-title', { hasText: title }).waitFor();
    await page.locator('#verification [data-holds=true]').first().waitFor();
    expect(await page.locator('#verification [data-holds=false]').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toMatch(/register@example\.org|12 (March|مارس)/);
    await page.close();
    const neighbour = await signedInAt(place.browser, `${place.other}/${language}/library`, 'reader@pt.example');
    await neighbour.page.locator(`main a[href="/${language}/library/${id}"]`).click();
    await neighbour.page.locator('#page-title', { hasText: title }).waitFor();
    await neighbour.page.locator('#verification [data-holds=true]').first().waitFor();
    expect(neighbour.complaints).toEqual([]);
    await neighbour.page.context().close();
  };

  it.each(['en', 'ar'] as const)(
    'by keyboard alone: one writes, one reviews, one releases, and everybody reads and verifies it, in %s',
    async (language) => {
      const officer = await at('officer@ma.example', language);
      await write(officer.page, language);
      const reviewer = await at('reviewer@ma.example', language);
      await decide(reviewer.page);
      const publisher = await at('publisher@ma.example', language);
      // Where a whole text was read by one, it takes a second reader.
      await decide(publisher.page);
      await new ByKeyboard(publisher.page).press(publisher.page.locator('aside button').first());
      await publisher.page.locator('[role=status][data-tone=good]').waitFor();

      await officer.page.reload();
      const published = officer.page.locator(`main a[href^="/${language}/library/"]`);
      await verify(language, (await published.getAttribute('href'))!.split('/').at(-1)!, WRITTEN[language].title);
      for (const { page, complaints } of [officer, reviewer, publisher]) {
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    },
    240_000,
  );

  /** A practice that waits for review, written beforehand. */
  const submitted = async (title: string): Promise<() => Promise<string>> => {
    const officer = await apiAt(place.browser, place.node, 'officer@ma.example');
    const text = (words: string) => [{ language: 'en', text: words, provenance: 'human' }];
    const record = {
      ...{ originalLanguage: 'en', country: 'MAR', type: 'procedure', stage: 'established', from: '2019-03-03' },
      ...{ title: text(title), summary: text(WRITTEN.en.summary), buildingBlocks: [{ title: text(WRITTEN.en.block) }] },
    };
    const { id } = await officer.tell(practiceView, '/api/practices', { record });
    await officer.tell(practiceView, `/api/practices/${id}/submission`);
    return async () => (await officer.read(practiceView, `/api/practices/${id}`)).released!.practice;
  };

  const hubGoes = async (): Promise<void> => {
    await network.hub.stop();
    const desk = await apiAt(place.browser, place.node, 'reader@ma.example');
    await eventually(async () => ((await desk.read(linkStatus, '/api/queue/link/status')).status === 'down' ? true : undefined));
  };

  it.each(['en', 'ar'] as const)(
    'while the hub is down: the library is read and verified here, a release waits and goes out when the hub returns, in %s',
    async (language) => {
      const title = `A register that waits (${language})`;
      const publicId = await submitted(title);
      await hubGoes();

      const reader = await at('reader@ma.example', language, '/library');
      await reader.page.locator('main [role=status][data-tone=warning]').waitFor();
      await reader.page.locator('main article h2 a').first().click();
      await reader.page.locator('#verification [data-holds=true]').first().waitFor();
      const publisher = await at('publisher@ma.example', language);
      await decide(publisher.page);
      await publisher.page.locator('aside button').first().click();
      await publisher.page.locator('main [role=status][data-tone=good]').waitFor();
      const coordinator = await at('coordinator@ma.example', language, '/queue');
      const message = coordinator.page.locator('main li', { hasText: title });
      await message.locator('[data-tone=neutral], [data-tone=waiting]').waitFor();

      await network.hub.start();
      await coordinator.page.locator('main section button').first().click();
      await message.locator('[data-tone=good]').waitFor();
      const id = await publicId();
      await eventually(async () => ((await fetch(`${place.hub}/api/library/practices/${id}`)).ok ? true : undefined));
      await reader.page.goto(`${place.node}/${language}/library/${id}`);
      await reader.page.locator('#page-title', { hasText: title }).waitFor();
      expect(await reader.page.locator('main [role=status][data-tone=warning]').count()).toBe(0);
      for (const { page, complaints } of [reader, publisher, coordinator]) {
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    },
    240_000,
  );
};
