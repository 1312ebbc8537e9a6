import { familyNames } from '../lexicon/family-names.js';
import { givenNames } from '../lexicon/given-names.js';
import type { NameList } from '../measure/names-by-origin.js';
import { random } from '../measure/random.js';

const BEGIN = 'b br c ch d dr f g gr h j k kh l m mb n nd ng ny p ph qu r s sh st t th tr ts v w x y z zh ç ś š ž ğ al el o'.split(' ');
const MIDDLE = 'a e i o u aa ai ao au ea ee ei ia ie io oa oo ou ua ue uo á é í ó ú ã õ ö ü ø ă ı'.split(' ');
const BETWEEN =
  'b bd br c ck d dj f g gh hr j k kk l ll lm ln m mb mm n nd ng nk nn p r rd rk rm rr s sh ss st t th tt v w x y z zz ñ ł ř'.split(' ');
const END =
  'a e i o u an ar as at e eh ek el em en er es eu i ian ic ih ik in is ko la li lo ma na no o oğlu on ora os ov ova ska ski sson to u uk va wa za y'.split(
    ' ',
  );
const isArabic = (word: string): boolean => /[\u0620-\u06ff]/.test(word);
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const known = (text: string, arabic: boolean): string[] =>
  text
    .split(/\s+/)
    .filter((word) => word.length > 1 && isArabic(word) === arabic)
    .map(capitalised);
const LISTS = [false, true].map((arabic) => ({ given: known(givenNames, arabic), family: known(familyNames, arabic) }));

/**
 * Names to put in the place of those of a text one learns from: half of them in use somewhere, half made of syllables of many languages,
 * so that what is learnt is how a name stands in a sentence and not whose it is. Arabic ones are all in use.
 */
export const inventedNames = (seed: number, arabic: boolean): NameList => {
  const next = random(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const middle = (): string => (next() < 0.6 ? pick(BETWEEN) + (next() < 0.4 ? pick(MIDDLE) + pick(BETWEEN) : '') : '');
  const made = (): string => capitalised(pick(BEGIN) + pick(MIDDLE) + middle() + pick(END));
  const lists = LISTS[arabic ? 1 : 0];
  const some = (list: readonly string[]): string[] => Array.from({ length: 60 }, (_, i) => (arabic || i % 2 === 0 ? pick(list) : made()));
  return { given: some(lists?.given ?? []), family: some(lists?.family ?? []) };
};
