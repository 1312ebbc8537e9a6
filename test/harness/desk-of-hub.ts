import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf } from './browser.js';

export const PASSWORD = 'a long enough password for tests';

/** A person at the hub's desk, in a window of their own. */
export interface Officer {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Signs in by the form, as a person does. */
export const officerAt = async (
  browser: Browser,
  base: string,
  email: string,
  language: string,
  options: BrowserContextOptions = {},
): Promise<Officer> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true, ...options });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`${base}/${language}/desk`);
  await page.waitForURL('**/sign-in**');
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk');
  return { page, complaints };
};

/** Presses the button of the open dialog that does it. */
export const confirm = (page: Page): Promise<void> => page.locator('dialog[open] button[type=submit]').click();
