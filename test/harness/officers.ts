import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf } from './browser.js';

export const PASSWORD = 'a long enough password for tests';

/** A person at a desk, in a window of their own. */
export interface Officer {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a page that only people with an account see, and signs in by the form, as a person does. */
export const signedInAt = async (
  browser: Browser,
  address: string,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Officer> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true, ...options });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(address);
  await page.waitForURL('**/sign-in**');
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(address);
  return { page, complaints };
};

/** An officer of the secretariat at the hub's desk. */
export const officerAt = (
  browser: Browser,
  base: string,
  email: string,
  language: string,
  options?: BrowserContextOptions,
): Promise<Officer> => signedInAt(browser, `${base}/${language}/desk`, email, options);

/** Presses the button of the open dialog that does it. */
export const confirm = (page: Page): Promise<void> => page.locator('dialog[open] button[type=submit]').click();
