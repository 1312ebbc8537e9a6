// @ts-check
import { practice } from './practices.mjs';

const READS = 40;
/** The longest word of the title that every practice has, as everybody looks for it. */
const WORD =
  practice()
    .summary.title[0]?.text.split(' ')
    .find((word) => word.length > 5) ?? '';

/** @param {string} url */
const read = async (url) => {
  const answer = await fetch(url);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
};

/**
 * Milliseconds, sorted, that readers of a hub wait: for a page of its log; for the library and for its facets with the word that every
 * practice has; and for both at once, as a search in a browser asks for them.
 * @param {string} url @param {number} size of the log
 */
export const reads = async (url, size) => {
  const library = `${url}/api/library/practices?q=${WORD}`;
  const facets = `${url}/api/library/practices/facets?q=${WORD}`;
  const kinds = {
    feed: () => read(`${url}/nmirf/v1/feed?limit=500&wait=0&from=${Math.floor(Math.random() * Math.max(1, size - 500))}`),
    library: () => read(library),
    facets: () => read(facets),
    search: () => Promise.all([read(library), read(facets)]),
  };
  /** @type {Record<keyof typeof kinds, number[]>} */ const times = { feed: [], library: [], facets: [], search: [] };
  for (let i = 0; i < READS; i++)
    for (const [name, ask] of /** @type {[keyof typeof kinds, () => Promise<unknown>][]} */ (Object.entries(kinds))) {
      const started = performance.now();
      await ask();
      if (i >= READS / 4) times[name].push(performance.now() - started);
    }
  for (const list of Object.values(times)) list.sort((a, b) => a - b);
  return times;
};
