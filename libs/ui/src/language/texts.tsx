import type { Language } from '@nmirf/contracts/languages/language';
import { i18nOptions, withNumbers } from '@nmirf/languages/i18n-options';
import { directionOf } from '@nmirf/languages/languages';
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Texts = Readonly<Record<string, unknown>>;
/** Brings the texts of one area in one language. */
export type Catalogue = (language: Language, area: string) => Promise<Texts>;

/** What a client bundles, by file: `…/ar/node.json`. A chunk for each, so that a reader brings one language, and of it what the page needs. */
export const catalogueOf =
  (files: Readonly<Record<string, () => Promise<Texts>>>): Catalogue =>
  async (language, area) => {
    const name = Object.keys(files).find((file) => file.endsWith(`/${language}/${area}.json`));
    return (await files[name ?? '']?.()) ?? {};
  };

/**
 * Makes the instance of one page, or of one request on a server; a shared one would mix the languages of readers. A key is looked up in
 * the first area first.
 */
export const createTexts = (areas: readonly string[]): i18n => {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    ...i18nOptions,
    ns: areas,
    defaultNS: [...areas],
    resources: {},
    partialBundledLanguages: true,
    initAsync: false,
    react: { useSuspense: false, nsMode: 'fallback' },
  });
  return withNumbers(instance);
};

interface Wanted {
  readonly areas: readonly string[];
  readonly catalogue: Catalogue;
}

/** Brings the texts of some areas in a language, those that are not here yet. */
export const bringTexts = async (instance: i18n, language: Language, { areas, catalogue }: Wanted): Promise<void> => {
  const missing = areas.filter((area) => !instance.hasResourceBundle(language, area));
  await Promise.all(missing.map(async (area) => instance.addResourceBundle(language, area, await catalogue(language, area))));
};

/** Shows a language: brings its texts once, also those that pages brought in the language before, then turns the page to its direction. */
export const showLanguage = async (instance: i18n, language: Language, { areas, catalogue }: Wanted): Promise<void> => {
  if (instance.language !== language) {
    const held = Object.keys(instance.getDataByLanguage(instance.language) ?? {});
    await bringTexts(instance, language, { areas: [...new Set([...areas, ...held])], catalogue });
    await instance.changeLanguage(language);
  }
  if (typeof document === 'undefined') return;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
};
