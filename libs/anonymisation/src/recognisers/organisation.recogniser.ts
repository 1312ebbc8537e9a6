import type { KnownOrganisation, Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { type Word, wordsOf } from '../text/words.js';
import { both, finder } from './found.js';

const found = finder('organisation', 'organisation');

/** Organisations of the record that are no public bodies, by their full name: what is published is their kind. */
export const organisation: Recogniser = {
  id: 'organisation',
  version: '1',
  scripts: both,
  find({ text }, { organisations }) {
    if (organisations === undefined || organisations.length === 0) return [];
    const words = wordsOf(text);
    const folded = words.map((word) => fold(word.text));
    return words.flatMap((word, i) => startingAt(word, i, words, folded, organisations));
  },
};

const startingAt = (
  word: Word,
  i: number,
  words: readonly Word[],
  folded: readonly string[],
  known: readonly KnownOrganisation[],
): Span[] =>
  known.flatMap(({ words: name }) => {
    if (name.length === 0 || name[0] !== folded[i] || !name.every((part, k) => folded[i + k] === part)) return [];
    return [found(word.start, words[i + name.length - 1]?.end ?? word.end, 'organisation', 'auto', true)];
  });
