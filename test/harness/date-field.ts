import type { Page } from 'playwright-core';

/** Writes an ISO date into the three fields of a date; an empty one takes it away. */
export const fillDate = async (page: Page, field: string, iso: string): Promise<void> => {
  const [year = '', month = '', day = ''] = iso.split('-').map((part) => part.replace(/^0/, ''));
  await page.fill(field, day);
  await page.selectOption(`${field}-month`, month);
  await page.fill(`${field}-year`, year);
};
