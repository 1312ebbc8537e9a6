import { alpha2Of } from '@nmirf/contracts/languages/country-codes';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { numberWords } from '../lexicon/number-words.js';
import type { RecordContext, Recogniser, Span } from '../span.js';
import { before, both, finder, inSmallLetters, onlyDigits } from './found.js';
import { matchesOf } from '../text/matches.js';

/** Permissive on purpose: what it takes in too much, the checks below let go again. */
const CANDIDATE = /(?<![\p{L}\d/])(?:\+\s?|00)?\(?\d(?:[ .\-()/]{0,3}\d){6,16}(?!\d)/gu;
const TRIGGER =
  /(?:(?:^|[^\p{L}])(?:t[ée]l(?:[ée]phones?|[ée]fonos?|efones?)?|phones?|mobile|desk|portable|m[oó]vil|celular|telem[oó]vel|gsm|fax|whatsapp|hotline|call|ligue|llame|appele[rz])|هاتف|جوال|محمول|فاكس|واتساب|اتصل)[^\d]{0,20}$/u;
/** "69 987 88 37 office", as business cards have it. */
const TRIGGER_AFTER = /^\s(?:\(?(?:office|mobile|cell|fax|home|desk|bureau|portable|oficina|móvil|celular|casa)\)?)(?!\p{L})/iu;
const WORD = `(?:${[...new Set(numberWords)].join('|')})`;
/** A number told digit by digit or pair by pair: "zero six, twelve, thirty-four". It begins behind a space, which is quick to look for. */
const SPOKEN = new RegExp(`\\s(?:${WORD}[\\s,.-]{1,3}(?:(?:and|et|y|e)\\s)?){5,20}${WORD}(?=[\\s,.;:!?)]|$)`, 'g');
const YEARS = /^(?:19|20)\d\d(?:[ \-/.]+(?:19|20)\d\d)*$/;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})$/;
const THOUSANDS = /^[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})*$/;
const MONEY = /^\s?(?:€|\$|£|%|eur|usd|mad|dh|gs|pyg|guaran|dirham|dólar|dollar|euro|million|درهم|دولار|يورو|ألف|مليون)/i;
const MONEY_BEFORE = /(?:€|\$|£|₲|usd|eur|mad|gs\.?|us\$|dh)\s?$/;

const found = finder('phone', 'phone');

/** Telephone numbers: a permissive pattern, the trigger words of five languages, and the numbering plans of libphonenumber. */
export const phone: Recogniser = {
  id: 'phone',
  version: '2',
  scripts: both,
  find({ text, traits }, record) {
    const spans = knownNumbers(text, record.phones ?? []);
    for (const { index, 0: words } of matchesOf(` ${inSmallLetters(text)}`, SPOKEN))
      spans.push(found(index, index + words.length - 1, 'spoken-number'));
    if (traits.longestGroup < 7) return spans;
    for (const match of matchesOf(text, CANDIDATE)) {
      const span = judge(text, match.index, match[0], record);
      if (span) spans.push(span);
    }
    return spans;
  },
};

/** An extension behind a number: "x751", "ext. 12", "poste 4". */
const EXTENSION = /(?:\s?(?:x|ext\.?|extension|poste|ramal|int\.?)\s?\d{1,6})(?!\d)/iy;

const judge = (text: string, start: number, candidate: string, record: RecordContext): Span | undefined => {
  EXTENSION.lastIndex = start + candidate.length;
  const end = start + candidate.length + (EXTENSION.exec(text)?.[0].length ?? 0);
  const extended = end > start + candidate.length;
  const plain = candidate.replace(/^[\s(]+(?=\d{4}[^\d])/, '').trim();
  const prefix = before(text, start, 40);
  if (YEARS.test(plain) || DATE.test(plain) || MONEY.test(text.slice(end, end + 12)) || MONEY_BEFORE.test(prefix)) return undefined;
  const international = /^(?:\+|00)/.test(plain);
  if (isNumber(plain, international ? undefined : record.country)) return found(start, end, 'phone', 'auto', true);
  if (international || extended || TRIGGER.test(prefix) || TRIGGER_AFTER.test(text.slice(end, end + 12)))
    return found(start, end, 'phone-trigger');
  if (THOUSANDS.test(plain) || onlyDigits(plain).length < 9) return undefined;
  return found(start, end, 'long-number', record.strict ? 'auto' : 'flag');
};

const isCountry = (code: string): code is CountryCode => isSupportedCountry(code as CountryCode, metadata);

const isNumber = (text: string, country: string | undefined): boolean => {
  const alpha2 = alpha2Of.get(country ?? '');
  const international = text.startsWith('00') ? `+${text.slice(2)}` : text;
  const home = alpha2 !== undefined && isCountry(alpha2) ? { defaultCountry: alpha2 } : {};
  return parsePhoneNumberFromString(international, home, metadata)?.isValid() ?? false;
};

/** The numbers the record holds, however their digits are spaced. */
const knownNumbers = (text: string, numbers: readonly string[]): Span[] => {
  if (numbers.length === 0) return [];
  const places: number[] = [];
  let digits = '';
  for (const match of matchesOf(text, /\d/g)) {
    places.push(match.index);
    digits += match[0];
  }
  const spans: Span[] = [];
  for (const number of numbers) {
    for (let at = digits.indexOf(number); at >= 0; at = digits.indexOf(number, at + number.length)) {
      const start = places[at] ?? 0;
      const end = (places[at + number.length - 1] ?? 0) + 1;
      if (end - start <= number.length * 3) spans.push(found(start, end, 'known-contact', 'auto', true));
    }
  }
  return spans;
};
