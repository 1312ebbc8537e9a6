import { alpha2Of } from '@nmirf/contracts/languages/country-codes';
import { countryCodes, countryName } from '@nmirf/languages/country-names';

/**
 * English names that documents of the Council have used and neither the United Nations' short names of today nor the platform's data
 * give. Documents keep the name of their day.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  BIH: ['Bosnia Herzegovina'],
  CIV: ['Ivory Coast'],
  COD: ['Democratic Republic of Congo', 'DR Congo'],
  COG: ['Republic of the Congo', 'Republic of Congo'],
  CPV: ['Cape Verde', 'Republic of Cabo Verde'],
  CZE: ['Czech Republic', 'the Czech Republic'],
  GBR: ['United Kingdom', 'Great Britain', 'UK'],
  GMB: ['Republic of the Gambia', 'Islamic Republic of the Gambia'],
  GNB: ['Guinea Bissau'],
  KGZ: ['Kyrgyz Republic'],
  LAO: ['Lao PDR', 'Laos', "People's Democratic Republic of Lao"],
  LBY: ['Libyan Arab Jamahiriya', 'State of Libya'],
  MKD: ['the former Yugoslav Republic of Macedonia', 'Macedonia FYR', 'Republic of North Macedonia'],
  MMR: ['Union of Myanmar'],
  PRK: ['DPR Korea', 'DPRK'],
  PSE: ['Palestine'],
  SVK: ['Slovak Republic'],
  SWZ: ['Swaziland', 'Kingdom of Eswatini'],
  TLS: ['East Timor', 'Timor Leste'],
  TUR: ['Turkey'],
  USA: ['United States', 'USA'],
  VAT: ['the Holy See'],
};

/** One spelling for what documents write in several: accents, apostrophes, ampersands, "St.", the article before a name. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[’'`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\bst\b/g, 'saint')
    .replace(/^\s*the /, '')
    .trim();

/** "Iran (Islamic Republic of)" is also written "Islamic Republic of Iran" and "Iran". */
const turned = (name: string): readonly string[] => {
  const [, short = '', long = ''] = /^(.+?) \((.+)\)$/.exec(name) ?? [];
  return short === '' ? [name] : [name, `${long} ${short}`, short];
};

const everyName = (): ReadonlyMap<string, string> => {
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const names = countryCodes.flatMap((code) => {
    const own = [countryName(code, 'en'), english.of(alpha2Of.get(code) ?? code) ?? code, ...(OTHER_NAMES[code] ?? [])];
    return own.flatMap(turned).map((name) => [plain(name), code] as const);
  });
  return new Map(names);
};

const codes = everyName();

/** Characters; the longest short name has 52. */
const LONGEST_NAME = 80;

/** The ISO 3166-1 alpha-3 code of a State by any English name in use in documents; `undefined` when it names no State. */
export const stateNamed = (name: string): string | undefined => (name.length > LONGEST_NAME ? undefined : codes.get(plain(name)));
