import { alpha2Of } from '@nmirf/contracts/languages/country-codes';
import type { Language } from '@nmirf/contracts/languages/language';
import { unitedNationsNames } from './country-overrides.js';
import { languageTags } from './languages.js';

const displayNames = new Map<Language, Intl.DisplayNames>();

const namesIn = (language: Language): Intl.DisplayNames => {
  const known = displayNames.get(language);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames(languageTags[language], { type: 'region' });
  displayNames.set(language, names);
  return names;
};

/** The alpha-3 codes of all States known here, in no particular order. */
export const countryCodes: readonly string[] = [...alpha2Of.keys()];

/**
 * The name of a State in a language, by its ISO 3166-1 alpha-3 code: the short name in use at the United Nations where the platform's
 * own data differs from it, else the platform's. The code itself when it is not known.
 */
export const countryName = (alpha3: string, language: Language): string => {
  const own = unitedNationsNames[alpha3]?.[language];
  if (own !== undefined) return own;
  const code = alpha2Of.get(alpha3);
  return code === undefined ? alpha3 : (namesIn(language).of(code) ?? alpha3);
};

const plain = (name: string): string => name.replaceAll('’', "'").toLowerCase();
let named: ReadonlyMap<string, string> | undefined;

/** The alpha-3 code of a State by its English name, as documents of the United Nations write it; nothing for a name they do not. */
export const countryNamed = (english: string): string | undefined => {
  named ??= new Map(countryCodes.map((code) => [plain(countryName(code, 'en')), code]));
  return named.get(plain(english));
};
