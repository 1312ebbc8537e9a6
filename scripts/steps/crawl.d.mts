import type { Page } from 'playwright-core';

export function arrive(page: Page, address: string): Promise<void>;
export function crawl(page: Page, base: string, starts: readonly string[]): Promise<Map<string, string>>;
