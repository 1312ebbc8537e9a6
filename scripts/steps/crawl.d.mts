import type { Page } from 'playwright-core';

export function crawl(page: Page, base: string, starts: readonly string[]): Promise<Map<string, string>>;
