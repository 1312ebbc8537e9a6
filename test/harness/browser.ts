import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../scripts/steps/chromium.mjs';

const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file !== undefined && existsSync(file),
);

/** Where a client stands once it is built. */
export const clientFolder = (app: 'hub' | 'node'): string => join(import.meta.dirname, `../../apps/${app}-web/dist`);

const isBuilt = (app: 'hub' | 'node'): boolean => existsSync(join(clientFolder(app), 'index.html'));

/** `describe` where there are a browser and both clients; the test run installs and builds them first. */
export const inBrowser = executablePath !== undefined && isBuilt('hub') && isBuilt('node') ? describe : describe.skip;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath ?? '',
    args: [...CHROMIUM_FLAGS],
  });

/** Everything a page complains about: what its policy refused, what broke, what a rendered page and its script disagree on. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refused request of the API is the page's to show; the browser names it as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe looks at: everything of WCAG 2.2 AA, or what light and dark can change. */
type Scope = 'all' | 'colours';
const RUNS = { all: { type: 'tag', values: TAGS }, colours: { type: 'rule', values: ['color-contrast'] } } as const;

/** The short form: every page reads it anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const keysOf = (texts: object, prefix = ''): readonly string[] =>
  Object.entries(texts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${name}.`) : [prefix + name.replace(/_(?:one|other)$/, '')],
  );

/** Every name a text is asked for by: where one stands on a page, its text was not brought. */
const CATALOGUES = join(import.meta.dirname, '../../libs/languages/src/en');
const KEYS = new Set(readdirSync(CATALOGUES).flatMap((file) => keysOf(JSON.parse(readFileSync(join(CATALOGUES, file), 'utf8')) as object)));

const WORDS = `[document.title, document.body.innerText, ...[...document.querySelectorAll('[aria-label]')].map((part) => part.ariaLabel)].join(' ')`;

const bareKeys = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate<string>(WORDS)).split(/\s+/).filter((word) => word.includes('.') && KEYS.has(word));

/**
 * What axe finds on the page on screen, or within one part of it: one line for each element, none where there is nothing. What passes is
 * not told one by one, which is most of the work; nor are style sheets and media fetched once more, which none of these rules reads. A text that was not brought counts as well.
 */
export const axeFindings = async (page: Page, scope: Scope = 'all', within = 'html'): Promise<readonly string[]> => {
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(AXE);
  const options = JSON.stringify({ runOnly: RUNS[scope], resultTypes: ['violations'], preload: false });
  const { violations } = await page.evaluate<AxeResults>(`axe.run('${within}', ${options})`);
  return [
    ...(await bareKeys(page)).map((key) => `no text for ${key}`),
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary ?? ''}`)),
  ];
};

/** How many CSS pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
