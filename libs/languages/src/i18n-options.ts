import type { InitOptions, i18n } from 'i18next';
import { formatsOf } from './formats.js';
import { isLanguage, languageTags } from './languages.js';

/** What every i18next instance of the network shares, on servers and in browsers. No fallback: a missing text must be seen. */
export const i18nOptions = {
  fallbackLng: false,
  keySeparator: '.',
  nsSeparator: false,
  returnNull: false,
  interpolation: { escapeValue: false },
} as const satisfies InitOptions;

interface Plurals {
  getRule(code: string, options?: object): Intl.PluralRules;
}

/**
 * Numbers in texts follow the pinned digits (`{{count, number}}`), and plurals the rules of the same place: nothing is one thing in Brazil and
 * several in Portugal.
 */
export const withNumbers = (instance: i18n): i18n => {
  instance.services.formatter?.add('number', (value: unknown, language) =>
    typeof value === 'number' && isLanguage(language) ? formatsOf(language).number(value) : String(value),
  );
  const plurals = instance.services.pluralResolver as Plurals;
  const ruleOf = plurals.getRule.bind(plurals);
  plurals.getRule = (code, options) => ruleOf(isLanguage(code) ? languageTags[code] : code, options);
  return instance;
};
