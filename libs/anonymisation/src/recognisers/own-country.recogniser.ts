import { stateName } from '../lexicon/public-words.js';
import type { Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { wordsOf } from '../text/words.js';
import { both, finder } from './found.js';

const found = finder('own-country', 'place');

/** The country's own name in a practice that is to be attributed to its region only. */
export const ownCountry: Recogniser = {
  id: 'own-country',
  version: '1',
  scripts: both,
  find({ text }, { country, hidesCountry }) {
    if (!hidesCountry || country === undefined) return [];
    const names = ['ar', 'en', 'fr', 'es', 'pt'].map((locale) => wordsOf(stateName(country, locale) ?? '').map((word) => fold(word.text)));
    const words = wordsOf(text);
    const folded = words.map((word) => fold(word.text));
    const spans: Span[] = [];
    for (const name of names.filter(({ length }) => length > 0)) {
      folded.forEach((_, i) => {
        if (name.every((part, k) => folded[i + k] === part))
          spans.push(found(words[i]?.start ?? 0, words[i + name.length - 1]?.end ?? 0, 'own-country', 'flag'));
      });
    }
    return spans;
  },
};
