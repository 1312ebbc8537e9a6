import { nameKind } from '../lexicon/name-lexicon.js';
import { fold } from '../text/fold.js';
import type { NormalisedText } from '../text/normalise.js';
import { wordsOf } from '../text/words.js';
import type { Judgement, Tagged } from './tagger.js';
import { arabicTagger, latinTagger } from './weights.js';

/** What the taggers see in a text: surely, perhaps, and at the widest, where whatever is left out is surely nothing. */
export interface Reading {
  readonly sure: readonly Tagged[];
  readonly perhaps: readonly Tagged[];
  readonly widest: readonly Tagged[];
  /** How many more times a folded word stands in a person's name than in one of a place or an organisation, all through the text. */
  balance(folded: string): number;
  /** How likely the word that begins at an offset is part of a person's name, from 0 to 1. */
  personAt(start: number): number;
}

/**
 * How likely something has to be to be sure; a person to be worth a flag, and the other words of that flag; and anything at all for a
 * capital letter to be more than one. Chosen by cross-validation over the parts that are trained on.
 */
interface Floors {
  readonly sure: number;
  readonly perhaps: number;
  readonly reach: number;
  readonly widest: number;
}
const FLOORS: Readonly<Record<'latin' | 'arabic', Floors>> = {
  latin: { sure: 0.25, perhaps: 0.005, reach: 0.0005, widest: 0.001 },
  arabic: { sure: 0.1, perhaps: 0.003, reach: 0.0003, widest: 0.02 },
};
const LATIN_LETTER = /\p{Script=Latin}/u;
const ARABIC_LETTER = /[\u0620-\u06d5]/;

type Tiers = Readonly<Record<'sure' | 'perhaps' | 'widest', readonly Tagged[]>>;
const NOTHING: Tiers = { sure: [], perhaps: [], widest: [] };
const tiersOf = (judgement: Judgement, { sure, perhaps, reach, widest }: Floors): Tiers => ({
  sure: judgement.something(() => sure),
  perhaps: judgement.only('person', perhaps, reach),
  widest: judgement.something(() => widest),
});

const readings = new WeakMap<NormalisedText, Reading>();

/** Both taggers run on every text that has letters of theirs, whatever its language is said to be. Remembered for as long as the text lives. */
export const readingOf = (text: NormalisedText): Reading => {
  const known = readings.get(text);
  if (known) return known;
  const judgement = LATIN_LETTER.test(text.text) ? latinTagger().judge(text.text) : undefined;
  const latin = judgement ? tiersOf(judgement, FLOORS.latin) : NOTHING;
  let persons: ReadonlyMap<number, number> | undefined;
  const personAt = (start: number): number => (persons ??= judgement?.shares('person') ?? new Map<number, number>()).get(start) ?? 0;
  const arabic = text.traits.arabic ? tiersOf(arabicTagger().judge(text.text), FLOORS.arabic) : NOTHING;
  const isArabic = ({ start, end }: Tagged): boolean => ARABIC_LETTER.test(text.text.slice(start, end));
  const both = (tier: keyof Tiers): readonly Tagged[] => [
    ...latin[tier].filter((tagged) => !isArabic(tagged)),
    ...arabic[tier].filter(isArabic),
  ];
  const sure = both('sure');
  const counts = balanceOf(text.text, sure);
  const reading = {
    sure,
    perhaps: both('perhaps'),
    widest: both('widest'),
    balance: (folded: string) => counts.get(folded) ?? 0,
    personAt,
  };
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
