import { languages, type Language } from '@nmirf/contracts/languages/language';

/**
 * BCP 47 tags for `Intl`. Digits are pinned to Latin ones for Arabic, so that servers, tests and every browser agree, and figures
 * stay comparable with the documents of the United Nations.
 */
export const languageTags: Readonly<Record<Language, string>> = {
  ar: 'ar-u-nu-latn',
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  pt: 'pt-PT',
};

/** Each language in its own words, for menus: a reader finds their language without knowing the one on screen. */
export const nativeNames: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
};

/** The order of menus: by Latin spelling, Arabic last, so that it never moves with the language on screen. */
export const menuOrder: readonly Language[] = ['en', 'es', 'fr', 'pt', 'ar'];

export type Direction = 'ltr' | 'rtl';

export const directionOf = (language: Language): Direction => (language === 'ar' ? 'rtl' : 'ltr');

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

interface Preference {
  readonly tag: string;
  readonly weight: number;
}

const parsePreference = (entry: string): Preference => {
  const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag: tag.toLowerCase(), weight: weight >= 0 && weight <= 1 ? weight : 0 };
};

/**
 * The working language that suits an `Accept-Language` header best (RFC 9110 §12.5.4; lookup by primary subtag, RFC 4647 §3.4),
 * or `fallback` when none does. A header longer than 1,000 characters is not read.
 */
export const negotiateLanguage = (header: string | undefined, fallback: Language = 'en'): Language => {
  if (header === undefined || header.length > 1_000) return fallback;
  const wanted = header
    .split(',')
    .map(parsePreference)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const primary = tag.split('-')[0];
    if (isLanguage(primary)) return primary;
    if (tag === '*') return fallback;
  }
  return fallback;
};
