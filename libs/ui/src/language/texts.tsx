import type { Language } from '@nmirf/contracts/languages/language';
import { i18nOptions, withNumbers } from '@nmirf/languages/i18n-options';
import { directionOf } from '@nmirf/languages/languages';
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Texts = Readonly<Record<string, unknown>>;
/** Brings one language's catalogues, by area; the first area is where a key is looked up first. */
export type CatalogueLoader = (language: Language) => Promise<Readonly<Record<string, Texts>>>;

/** Makes the instance of one page, or of one request on a server; a shared one would mix the languages of readers. */
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

/** Brings the texts of a language that are not here yet. */
export const bringTexts = async (instance: i18n, language: Language, load: CatalogueLoader): Promise<void> => {
  for (const [area, texts] of Object.entries(await load(language))) {
    if (!instance.hasResourceBundle(language, area)) instance.addResourceBundle(language, area, texts);
  }
};

/** Shows a language: brings its texts once, then turns the page to its direction. */
export const showLanguage = async (instance: i18n, language: Language, load: CatalogueLoader): Promise<void> => {
  if (instance.language !== language) {
    await bringTexts(instance, language, load);
    await instance.changeLanguage(language);
  }
  if (typeof document === 'undefined') return;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
};
