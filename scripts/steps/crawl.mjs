// @ts-check

const ID = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|node:[a-z0-9-]+)$/;

/** The page behind an address: `/en/practices/0198…?q=x` is `practices/_`. @param {string} pathname */
const pageOf = (pathname) =>
  pathname
    .split('/')
    .slice(2)
    .map((part) => (ID.test(decodeURIComponent(part)) ? '_' : part))
    .join('/');

/** What each window has asked for and not received yet. @type {WeakMap<import('playwright-core').Page, Set<import('playwright-core').Request>>} */
const onTheWay = new WeakMap();

/** @param {import('playwright-core').Page} page */
const requestsOf = (page) => {
  const known = onTheWay.get(page);
  if (known) return known;
  const requests = new Set();
  // A doorbell is never answered to its end.
  page.on('request', (request) => request.resourceType() !== 'eventsource' && requests.add(request));
  for (const end of /** @type {const} */ (['requestfinished', 'requestfailed']))
    page.on(/** @type {'requestfinished'} */ (end), (request) => requests.delete(request));
  onTheWay.set(page, requests);
  return requests;
};

/** No page asks for things through so many turns; one that does has a fault. */
const MOST_TURNS = 3_000;

/** Until the page has drawn what it has, and nothing is on its way any more. @param {import('playwright-core').Page} page */
const settle = async (page) => {
  const requests = requestsOf(page);
  for (let turns = 0, quiet = 0; quiet < 2; turns += 1) {
    if (turns === MOST_TURNS) throw new Error(`${page.url()} still waits for ${[...requests].map((request) => request.url()).join(', ')}`);
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
    quiet = requests.size === 0 ? quiet + 1 : 0;
  }
};

/**
 * Opens an address and waits until the page shows what it has: a heading or a problem, and nothing that still loads.
 * @param {import('playwright-core').Page} page @param {string} address
 */
export const arrive = async (page, address) => {
  requestsOf(page).clear();
  await page.goto(address);
  await page.locator('h1, [role=alert]').first().waitFor();
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await settle(page);
};

/**
 * Every page of a client that can be reached by following links, each once: the page (`practices/_`, empty for the first one) and the
 * address it was found at, without its language.
 * @param {import('playwright-core').Page} page a window in which the reader has signed in, where that is needed
 * @param {string} base the server
 * @param {readonly string[]} starts addresses below the language: `/desk`
 * @returns {Promise<Map<string, string>>}
 */
export const crawl = async (page, base, starts) => {
  const found = new Map(starts.map((start) => [pageOf(`/en${start}`), start]));
  for (const [name, path] of found) {
    await arrive(page, `${base}/en${path}`);
    // Whoever may not see it is led elsewhere.
    if (pageOf(new URL(page.url()).pathname) !== name) found.delete(name);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => String(/** @type {any} */ (link).href)));
    for (const link of links) {
      const { origin, pathname } = new URL(link);
      const isOurs = origin === new URL(base).origin && /^\/en(?:\/|$)/.test(pathname);
      if (isOurs && !found.has(pageOf(pathname))) found.set(pageOf(pathname), pathname.slice(3));
    }
  }
  return found;
};
