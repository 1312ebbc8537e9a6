// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CHROMIUM_FLAGS, findChromium } from './steps/chromium.mjs';
import { arrive, crawl } from './steps/crawl.mjs';
import { PASSWORD, PERSONS, SERVERS, urlOf } from './steps/network.mjs';
import { goHome } from './steps/place.mjs';
import { Refusal, say, step } from './steps/terminal.mjs';
import { texts } from './steps/texts.mjs';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {Awaited<ReturnType<import('playwright-core').BrowserContext['storageState']>>} Cookies */
/** @typedef {{ name: string, base: string, email?: string, starts: readonly string[] }} Visit who looks at which client, and where they begin */

const FOLDER = resolve('screens');
const LANGUAGES = ['en', 'es', 'fr', 'pt', 'ar'];
const MODES = /** @type {const} */ (['light', 'dark']);
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

const options = () => {
  const { values } = parseArgs({
    options: {
      'port-base': { type: 'string', default: '4800' },
      only: { type: 'string', default: '' },
      pages: { type: 'string', default: '' },
      languages: { type: 'string', default: LANGUAGES.join(',') },
    },
  });
  return { portBase: Number(values['port-base']), only: values.only, pages: values.pages, languages: values.languages.split(',') };
};

/** @param {number} portBase @param {import('./steps/network.mjs').Server} server */
const urlAt = (portBase, server) => urlOf({ portBase, data: '', databasePort: 0 }, server);

/** @param {string} url */
const answers = (url) =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * The product as `npm start` starts it, in a folder that is thrown away; one that already runs at these ports is photographed as it is.
 * @param {number} portBase
 */
const startProduct = async (portBase) => {
  if (await answers(urlAt(portBase, SERVERS[0]))) return { own: false, stop: async () => {} };
  const data = mkdtempSync(join(tmpdir(), 'nmirf-shots-'));
  const child = spawn('node', ['scripts/start.mjs', '--port-base', String(portBase), '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const up = await step(
    'Start the product',
    (progress) =>
      new Promise((done) => {
        child.stdout.on('data', (chunk) => {
          progress(String(chunk));
          if (String(chunk).includes(texts()('stopHint'))) done(true);
        });
        child.once('exit', () => done(false));
      }),
  );
  if (up) return { own: true, stop };
  await stop();
  throw new Refusal('The product did not start; `npm start` says why.');
};

/** @param {{ portBase: number }} place @returns {readonly Visit[]} */
const visits = ({ portBase }) => {
  const [hub, node] = SERVERS.map((server) => urlAt(portBase, server));
  return [
    { name: 'hub-public', base: hub, starts: ['', '/sign-in', '/nowhere'] },
    { name: 'hub-desk', base: hub, email: PERSONS.hub[0].email, starts: ['/desk'] },
    { name: 'node-officer', base: node, email: PERSONS.node_ma[0].email, starts: [''] },
    { name: 'node-publisher', base: node, email: PERSONS.node_ma[2].email, starts: [''] },
  ];
};

/** @param {Browser} browser @param {Visit} visit @returns {Promise<Cookies | undefined>} */
const signIn = async (browser, { base, email }) => {
  if (email === undefined) return undefined;
  const context = await browser.newContext();
  const answer = await context.request.post(`${base}/api/session`, { headers: { origin: base }, data: { email, password: PASSWORD } });
  if (!answer.ok()) throw new Refusal(`${email}: ${String(answer.status())}`);
  const cookies = await context.storageState();
  await context.close();
  return cookies;
};

/**
 * Sends the demonstration's drafts for review, so that the publication gate has something to show.
 * @param {Browser} browser @param {Visit} officer
 */
const sendForReview = async (browser, officer) => {
  const context = await browser.newContext({ storageState: await signIn(browser, officer), extraHTTPHeaders: { origin: officer.base } });
  const drafts = await (await context.request.get(`${officer.base}/api/practices?state=draft`)).json();
  for (const { id } of drafts.items) await context.request.post(`${officer.base}/api/practices/${id}/submission`);
  await context.close();
};

/**
 * What a page complains about while it is photographed: shown at the end, for a picture does not tell.
 * @param {import('playwright-core').Page} page @param {Set<string>} complaints
 */
const listen = (page, complaints) => {
  page.on('pageerror', (error) => complaints.add(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.add(`${page.url()}: ${message.text()}`);
  });
};

/**
 * Makes the window as high as its page, so that what stays at an edge of the window stands at the same edge of the picture.
 * @param {import('playwright-core').Page} page @param {{ width: number, height: number }} viewport
 */
const showWhole = async (page, { width, height }) => {
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ width, height: Math.max(height, whole) });
};

/**
 * Every page of one visit in every language, mode and size.
 * @param {Browser} browser @param {Visit} visit
 * @param {{ storageState: Cookies | undefined, pages: ReadonlyMap<string, string>, languages: readonly string[], complaints: Set<string>, progress: (text: string) => void }} options
 */
const photograph = async (browser, { name, base }, { storageState, pages, languages, complaints, progress }) => {
  const total = pages.size * languages.length * MODES.length * Object.keys(SIZES).length;
  let taken = 0;
  for (const colorScheme of MODES)
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ storageState, colorScheme, viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      listen(page, complaints);
      for (const [which, path] of pages)
        for (const language of languages) {
          await arrive(page, `${base}/${language}${path}`);
          await showWhole(page, viewport);
          const file = join(FOLDER, name, which.replaceAll('/', '.') || 'first', `${language}-${colorScheme}-${size}.png`);
          mkdirSync(dirname(file), { recursive: true });
          await page.screenshot({ path: file });
          await page.setViewportSize(viewport);
          progress(`${String((taken += 1))} of ${String(total)}: ${language}/${which}`);
        }
      await context.close();
    }
  return taken;
};

/**
 * @param {Browser} browser @param {readonly Visit[]} wanted
 * @param {{ pages: string, languages: readonly string[] }} options only pages that begin so, in these languages
 */
const photographAll = async (browser, wanted, { pages, languages }) => {
  const complaints = new Set();
  const seen = new Set();
  for (const visit of wanted) {
    const storageState = await signIn(browser, visit);
    const window = await browser.newPage({ storageState });
    const all = await step(`Find the pages: ${visit.name}`, () => crawl(window, visit.base, visit.starts));
    await window.close();
    const fresh = [...all].filter(([page]) => !seen.has(visit.base + page) && page.startsWith(pages));
    for (const [page] of fresh) seen.add(visit.base + page);
    await step(`Photograph ${String(fresh.length)} pages: ${visit.name}`, (progress) =>
      photograph(browser, visit, { storageState, pages: new Map(fresh), languages, complaints, progress }),
    );
  }
  return complaints;
};

/** Pictures of every page of both clients, in an ignored folder, to be looked at. */
const main = async () => {
  const asked = options();
  const wanted = visits(asked).filter(({ name }) => name.startsWith(asked.only));
  const executablePath = await findChromium();
  if (!executablePath) throw new Refusal('Chromium is not installed and cannot be installed here');
  const product = await startProduct(asked.portBase);
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    if (product.own) await sendForReview(browser, visits(asked)[2]);
    for (const complaint of await photographAll(browser, wanted, asked)) say(`  ! ${complaint}`);
  } finally {
    await browser.close();
    await product.stop();
  }
  say(`Pictures are in ${FOLDER}`);
};

goHome();
try {
  await main();
} catch (error) {
  say(error instanceof Refusal ? error.message : String(/** @type {Error} */ (error).stack));
  process.exitCode = 1;
}
