import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { type BrowsedNetwork, SECRETARIAT } from '../harness/browsed-network.js';
import { fillDate } from '../harness/date-field.js';
import { PASSWORD } from '../harness/officers.js';

/** The two officers when the pages were prepared, and the one who looks now. */
const SESSIONS = 3;

/** The desk of the secretariat, before anybody else signs in. */
export const deskOfTheSecretariat = (place: BrowsedNetwork): void => {
  it('shows nothing of the desk to whoever is not signed in, and goes on where they wanted to go', async () => {
    const page = await place.browser.newPage();
    await page.goto(`${place.hub}/en/desk/audit?action=session.started`);
    await page.waitForURL('**/sign-in**');
    await page.fill('#email', SECRETARIAT[0]);
    await page.fill('#password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk/audit?action=session.started');
    await page.locator('main li').first().waitFor();
    expect(await page.locator('main li').count()).toBe(SESSIONS);

    const today = new Date().toISOString().slice(0, 10);
    await fillDate(page, '#audit-from', today);
    await page.waitForURL(`**/desk/audit?action=session.started&from=${today}`);
    await fillDate(page, '#audit-to', '2026-01-01');
    await page.getByText('Nothing is recorded for this').waitFor();
    await page.getByText('This day is before the first one').waitFor();
    await fillDate(page, '#audit-to', '');
    await page.locator('main li').first().waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export as CSV' }).click()]);
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(1 + SESSIONS);
    expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT.*,Signed in,/);
    await page.close();
  }, 30_000);
};
