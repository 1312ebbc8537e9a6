import { stateName } from '../lexicon/public-words.js';
import type { Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { wordsOf, type Word } from '../text/words.js';
import { both, finder } from './found.js';

const found = finder('own-signs', 'place');
const LOCALES = ['ar', 'en', 'fr', 'es', 'pt'];
/** Shorter beginnings of a State's name begin too many other words. */
const SHORTEST_STEM = 4;
/** What a State's name loses before an ending is put to it: Maroc, marocain; Paraguay, paraguayo; المغرب, مغربي. */
const ENDING = 2;

const foldedWords = (text: string): string[] => wordsOf(text).map((word) => fold(word.text));
const withoutArticle = (folded: string): string => folded.replace(/^(?:وال|بال|كال|لل|ال)(?=.{3})/u, '');

/** What the words for a State's people, language and affairs begin with; names of several words have no such beginning. */
const stemsOf = (country: string): string[] =>
  LOCALES.flatMap((locale) => {
    const [name = '', ...more] = foldedWords(stateName(country, locale) ?? '').map(withoutArticle);
    return more.length > 0 || name.length < SHORTEST_STEM ? [] : [name.slice(0, Math.max(SHORTEST_STEM, name.length - ENDING))];
  });

/**
 * What gives the country away beside its name, in a practice that is attributed to its region only: words made of that name, its code, and the
 * full names of the mechanism and of the public bodies and systems the record names. Made for one record; part of the policy of
 * attribution and not of the engine that is measured.
 */
export const ownSigns = (country: string, ownNames: readonly string[]): Recogniser => {
  const stems = stemsOf(country);
  const names = ownNames.map(foldedWords).filter(({ length }) => length > 1);
  const isSign = ({ text }: Word, folded: string): boolean =>
    text === country || stems.some((stem) => withoutArticle(folded).startsWith(stem));
  return {
    id: 'own-signs',
    version: '1',
    scripts: both,
    find({ text }) {
      const words = wordsOf(text);
      const folded = words.map((word) => fold(word.text));
      const spans: Span[] = [];
      const flag = (from: number, to: number) => spans.push(found(words[from]?.start ?? 0, words[to]?.end ?? 0, 'own-country', 'flag'));
      words.forEach((word, i) => {
        if (isSign(word, folded[i] ?? '')) flag(i, i);
        for (const name of names) if (name.every((part, k) => folded[i + k] === part)) flag(i, i + name.length - 1);
      });
      return spans;
    },
  };
};
