import type { Language } from '@nmirf/contracts/languages/language';
import { isLanguage, negotiateLanguage } from '@nmirf/languages/languages';
import { notFound } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { showLanguage } from '../language/texts.js';

const key = 'nmirf-language';

/** The language a visitor of `/` is sent to: what they chose before, else what their browser prefers. */
export const preferredLanguage = (): Language => {
  try {
    const chosen = localStorage.getItem(key);
    if (isLanguage(chosen)) return chosen;
  } catch {
    // Storage may be closed to us.
  }
  return negotiateLanguage(navigator.languages.join(','));
};

export const rememberLanguage = (language: Language): void => {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Storage may be closed to us; the address carries the language all the same.
  }
};

/** For `beforeLoad` of the `$lang` route: brings the language's texts, or says that there is no such page. */
export const enterLanguage = async (texts: i18n, language: string, wanted: Parameters<typeof showLanguage>[2]): Promise<void> => {
  if (!isLanguage(language)) throw notFound();
  await showLanguage(texts, language, wanted);
};
