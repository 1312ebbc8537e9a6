import type { Language } from '@nmirf/contracts/languages/language';
import { countryName } from './country-names.js';
import { languageTags } from './languages.js';

/** How one language writes numbers, dates, lists and names. Dates are shown in UTC: the log's time, the same for every reader. */
export interface Formats {
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  readonly percent: (value: number) => string;
  readonly date: (iso: string) => string;
  readonly dateTime: (iso: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly country: (alpha3: string) => string;
  /** As in the middle of a sentence: French, Spanish and Portuguese write it small. */
  readonly languageName: (language: Language) => string;
  /** As it stands alone, in a menu or on a tab. */
  readonly languageLabel: (language: Language) => string;
  /** Several, as they stand alone: “Arabe et français”. */
  readonly languageList: (languages: readonly Language[]) => string;
  /** January to December, as they stand alone. */
  readonly months: readonly string[];
  readonly compare: (a: string, b: string) => number;
}

const build = (language: Language): Formats => {
  const tag = languageTags[language];
  const plain = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const month = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
  const collator = new Intl.Collator(tag);
  const nameOf = (other: Language): string => names.of(other) ?? other;
  const standing = (words: string): string => words.charAt(0).toLocaleUpperCase(tag) + words.slice(1);
  return {
    number: (value, options) => (options === undefined ? plain : new Intl.NumberFormat(tag, options)).format(value),
    percent: (value) => percent.format(value / 100),
    date: (iso) => date.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)).replace(' UTC', '\u00a0UTC'),
    list: (parts) => list.format(parts),
    country: (alpha3) => countryName(alpha3, language),
    languageName: nameOf,
    languageLabel: (other) => standing(nameOf(other)),
    languageList: (others) => standing(list.format(others.map(nameOf))),
    months: Array.from({ length: 12 }, (_, index) => month.format(new Date(Date.UTC(2026, index, 15)))),
    compare: (a, b) => collator.compare(a, b),
  };
};

const built = new Map<Language, Formats>();

/** The formats of a language. Building `Intl` objects costs milliseconds, so each language's are kept. */
export const formatsOf = (language: Language): Formats => {
  const known = built.get(language);
  if (known !== undefined) return known;
  const formats = build(language);
  built.set(language, formats);
  return formats;
};
