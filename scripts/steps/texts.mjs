// @ts-check
import { readFileSync } from 'node:fs';

const LANGUAGES = ['ar', 'en', 'fr', 'es', 'pt'];

/** @param {Record<string, string | undefined>} env */
const languageOf = (env) => {
  const asked = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').slice(0, 2).toLowerCase();
  return LANGUAGES.includes(asked) ? asked : 'en';
};

/** @param {string} language @returns {Record<string, string>} */
const catalogue = (language) => JSON.parse(readFileSync(new URL(`../texts/${language}.json`, import.meta.url), 'utf8'));

/** What the commands say, in the language of the terminal. They speak before anything is installed, so their catalogues are their own. */
export const texts = (language = languageOf(process.env)) => {
  const entries = catalogue(language);
  return (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) =>
    (entries[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
};
