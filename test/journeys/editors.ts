import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { BrowsedDesk } from '../harness/browsed-desk.js';
import { fillDate } from '../harness/date-field.js';
import { eventually } from '../harness/waiting.js';

/** What an officer writes is kept, in whatever way the writing goes. */
export const keepWhatIsWritten = (place: BrowsedDesk): void => {
  const blocks = (page: Page) => page.locator('input[id^=block-]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.ariaLabel);

  it('leads to what is missing, and moves building blocks by buttons and by hand', async () => {
    const { page: officer, complaints } = await place.open('officer', '/en/practices/new');
    await officer.fill('#title', 'One register of recommendations');
    await officer.selectOption('#country', 'MAR');
    await officer.click('button[type=submit]');
    await officer.waitForURL(/practices\/[0-9a-f-]{36}$/);

    await officer.getByRole('button', { name: 'Save and send for review' }).click();
    await officer.getByRole('alert').getByRole('link', { name: 'Write the summary in the original language' }).click();
    await officer.fill('#summary', 'Every recommendation has one owner. Questions go to register@example.org since 12 March 2019.');
    await officer.getByRole('button', { name: 'Add a building block' }).click();
    await officer.fill('#block-0-title', 'The register');
    await officer.getByRole('button', { name: 'Add a building block' }).click();
    await officer.fill('#block-1-title', 'The owners');
    await officer.getByRole('button', { name: 'Move up: Building block 2' }).press('Enter');
    await officer.getByText('Moved to place 1 of 2').waitFor();
    expect(await blocks(officer)).toEqual(['The owners', 'The register']);
    expect(await focused(officer)).toBe('Move down: Building block 1');
    await officer.locator('[draggable=true]').last().dragTo(officer.locator('#block-0-title'));
    expect(await blocks(officer)).toEqual(['The register', 'The owners']);
    await officer.selectOption('#type', 'procedure');
    await officer.selectOption('#stage', 'established');
    await fillDate(officer, '#from', '2019-03-12');
    await officer.getByRole('button', { name: 'Save and send for review' }).click();
    await officer.getByText('In review: it can be read but not changed').waitFor();
    await officer.context().close();
    expect(complaints).toEqual([]);
  }, 60_000);

  it.each([
    ['practice', 'practices', 'practices'],
    ['resource', 'own-resources', 'resources'],
  ])(
    'saves a draft of a %s by itself, and lets the person choose when somebody saved meanwhile',
    async (_, path, api) => {
      const { page: officer, complaints } = await place.open('officer', `/en/${path}`);
      await officer.clock.install();
      await officer.goto(`${place.base}/en/${path}/new`);
      await officer.fill('#title', 'First');
      if (path === 'practices') await officer.selectOption('#country', 'MAR');
      await officer.getByRole('button', { name: 'Save', exact: true }).click();
      await officer.locator('#page-title', { hasText: 'First' }).waitFor();
      const at = `${place.base}/api/${api}/${officer.url().slice(-36)}`;
      const stored = async () => (await officer.request.get(at)).json();
      const put = (body: object): Promise<number> =>
        officer.evaluate(
          async ([url, text]) =>
            (await fetch(url!, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: text! })).status,
          [at, JSON.stringify(body)],
        );
      const kept = (title: string) => eventually(async () => ((await stored()).record.title[0].text === title ? true : undefined));
      const typed = async (title: string): Promise<void> => {
        await officer.fill('#title', title);
        await officer.clock.runFor(2_000);
      };
      await typed('Second');
      await kept('Second');

      const { record, revision } = await stored();
      const theirs = { record: { ...record, title: [{ ...record.title[0], text: 'Theirs' }] }, revision };
      expect(await put(theirs)).toBe(200);
      await typed('Mine');
      await officer.getByText('Somebody else saved while you were writing').waitFor();
      expect(await officer.inputValue('#title')).toBe('Mine');
      const choose = async (name: string): Promise<void> => {
        await officer.getByRole('button', { name }).click();
        await officer.locator('dialog[open]').getByRole('button', { name }).click();
        await officer.getByText('Somebody else saved while you were writing').waitFor({ state: 'detached' });
      };
      await choose('Discard my text and show theirs');
      expect(await officer.inputValue('#title')).toBe('Theirs');

      expect(await put({ ...theirs, revision: revision + 1 })).toBe(200);
      await typed('Mine');
      await choose('Save my text over it');
      await kept('Mine');
      expect(complaints).toEqual([]);
      await officer.context().close();
    },
    60_000,
  );

  it('keeps what was typed when the page is left, until it is saved', async () => {
    const { page: officer, complaints } = await place.open('officer', '/fr/practices/new');
    await officer.fill('#title', 'Un registre commun');
    await officer.reload();
    expect(await officer.inputValue('#title')).toBe('Un registre commun');
    expect(complaints).toEqual([]);
    await officer.context().close();
  }, 30_000);
};
