import { readFileSync } from 'node:fs';
import type { Language } from '@nmirf/contracts/languages/language';
import { createInstance, type i18n } from 'i18next';
import { i18nOptions, withNumbers } from './i18n-options.js';

/** One file of texts in each language. */
export const areas = [
  'common',
  'vocabulary',
  'desk',
  'hub',
  'secretariat',
  'node',
  'writing',
  'membership',
  'gate',
  'problems',
  'cli',
] as const;
export type Area = (typeof areas)[number];

/** The text of `key` (its parts separated by dots) with `values` filled in; the key itself when no area has it. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

const texts = (language: Language, area: Area): object => {
  const file = new URL(`../src/${language}/${area}.json`, import.meta.url);
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
};

const instances = new Map<Language, i18n>();

const instanceOf = (language: Language): i18n => {
  const known = instances.get(language);
  if (known !== undefined) return known;
  const instance = createInstance();
  // `initAsync: false` with no backend: ready when the call returns.
  void instance.init({ ...i18nOptions, lng: language, ns: [], resources: {}, initAsync: false });
  instances.set(language, withNumbers(instance));
  return instance;
};

/**
 * Texts of some areas in one language, for servers and commands; the first area that has the key answers. One i18next instance for
 * each language is kept, never one that changes its language: concurrent requests would read each other's.
 */
export const createTranslator = (language: Language, wanted: readonly Area[]): Translate => {
  const instance = instanceOf(language);
  for (const area of wanted) {
    if (!instance.hasResourceBundle(language, area)) instance.addResourceBundle(language, area, texts(language, area));
  }
  return (key, values) => instance.t(key, { ...values, ns: wanted, lng: language });
};

/** The title and, where there is one, the detail of a problem code. `undefined` for a code no catalogue has. */
export const problemTexts = (
  language: Language,
  code: string,
  values: Readonly<Record<string, unknown>> = {},
): { readonly title: string; readonly detail: string | undefined } | undefined => {
  const translate = createTranslator(language, ['problems']);
  const has = (key: string): boolean => instanceOf(language).exists(key, { ns: 'problems', lng: language, ...values });
  if (!has(`${code}.title`)) return undefined;
  return { title: translate(`${code}.title`, values), detail: has(`${code}.detail`) ? translate(`${code}.detail`, values) : undefined };
};
