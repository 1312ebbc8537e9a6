import type { Language } from '@nmirf/contracts/languages/language';
import { nameKind } from '../lexicon/name-lexicon.js';
import { fold } from '../text/fold.js';
import type { NormalisedText } from '../text/normalise.js';
import { wordsOf } from '../text/words.js';
import type { Tagged } from './tagger.js';
import { arabicTagger, latinTagger } from './weights.js';

/** What the taggers see in a text: surely, perhaps, and at the widest, where whatever is left out is surely nothing. */
export interface Reading {
  readonly sure: readonly Tagged[];
  readonly perhaps: readonly Tagged[];
  readonly widest: readonly Tagged[];
  /** How many more times a folded word stands in a person's name than in one of a place or an organisation, all through the text. */
  balance(folded: string): number;
}

/** What is taken from "nothing" at each token: for sure, perhaps, at the widest. Measured on the dev parts. */
const LATIN_BIASES: Readonly<Record<Language, readonly number[]>> = {
  en: [0, 80, 170],
  fr: [40, 100, 180],
  es: [40, 100, 180],
  pt: [40, 100, 150],
  ar: [30, 80, 120],
};
const ARABIC_BIASES = [28, 130, 130];
const LATIN_LETTER = /\p{Script=Latin}/u;
const ARABIC_LETTER = /[\u0620-\u06d5]/;
const NONE: readonly Tagged[] = [];

const readings = new WeakMap<NormalisedText, Reading>();

/** Both taggers run on every text that has letters of theirs, whatever its language is said to be. Remembered for as long as the text lives. */
export const readingOf = (text: NormalisedText): Reading => {
  const known = readings.get(text);
  if (known) return known;
  const latin = LATIN_LETTER.test(text.text) ? latinTagger().tag(text.text, LATIN_BIASES[text.language]) : [];
  const arabic = text.traits.arabic ? arabicTagger().tag(text.text, ARABIC_BIASES) : [];
  const isArabic = ({ start, end }: Tagged): boolean => ARABIC_LETTER.test(text.text.slice(start, end));
  const at = (i: number): readonly Tagged[] => [
    ...(latin[i] ?? NONE).filter((tagged) => !isArabic(tagged)),
    ...(arabic[i] ?? NONE).filter(isArabic),
  ];
  const sure = at(0);
  const counts = balanceOf(text.text, sure);
  const reading = { sure, perhaps: at(1), widest: at(2), balance: (folded: string) => counts.get(folded) ?? 0 };
  readings.set(text, reading);
  return reading;
};

const balanceOf = (text: string, tagged: readonly Tagged[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { start, end, tag } of tagged) {
    const one = tag === 'person' ? 1 : tag === 'place' || tag === 'organisation' ? -1 : 0;
    if (one === 0) continue;
    for (const word of wordsOf(text.slice(start, end))) counts.set(fold(word.text), (counts.get(fold(word.text)) ?? 0) + one);
  }
  return counts;
};

/** Whether the training texts have a folded word in small letters outside of names. */
export const isSeenSmall = (folded: string): boolean => (ARABIC_LETTER.test(folded) ? arabicTagger() : latinTagger()).isOrdinary(folded);

/** Whether a folded word is an ordinary one and no known name. */
export const isOrdinaryWord = (folded: string): boolean => (nameKind(folded) & 3) === 0 && isSeenSmall(folded);
