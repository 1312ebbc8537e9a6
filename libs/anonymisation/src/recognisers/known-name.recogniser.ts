import type { Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { isCapitalised, type Word, wordsOf } from '../text/words.js';
import { both, finder } from './found.js';
import type { Match, NameIndex } from './name-index.js';
import { matchesOf } from '../text/matches.js';

interface Hit {
  readonly word: Word;
  readonly match: Match;
}

const found = finder('known-name', 'person');
/** What may stand between two words of one name: a space, a hyphen, an apostrophe, a comma, a particle. */
const WITHIN = /^[\s'.,-]{1,3}(?:(?:de|da|do|dos|das|del|la|ben|bin|ibn|el|al|bint|van|von|ould)[\s'-]{1,2}){0,2}$/i;

/** Names the record itself knows, with one letter wrong, with Arabic clitics, and across the Latin and the Arabic script. */
export const knownName: Recogniser = {
  id: 'known-name',
  version: '1',
  scripts: both,
  find({ text }, { names }) {
    if (names === undefined || names.size === 0) return [];
    return [...runs(text, hits(text, names)).flatMap(spansOf), ...spaced(text, names)];
  },
};

/** Letters with a space or a sign between each two, as in "Z o r k" or "Z.o.r.k". */
const SPACED = /(?<!\p{L})\p{L}(?:[ .·_-]\p{L}(?!\p{L})){3,40}/gu;
const spaced = (text: string, names: NameIndex): Span[] =>
  matchesOf(text, SPACED).flatMap(({ index, 0: letters }) => {
    const word = fold(letters.replace(/[^\p{L}]/gu, ''));
    // Two words spaced out alike run together: any cut that leaves a known name tells.
    const known = names.find(word) !== undefined || [...word].some((_, i) => i > 2 && names.find(word.slice(0, i)) === 'exact');
    return known ? [found(index, index + letters.length, 'record-name', 'auto', true)] : [];
  });

const hits = (text: string, names: NameIndex): Hit[] =>
  wordsOf(text).flatMap((word) => {
    const match = names.find(fold(word.text));
    return match === undefined ? [] : [{ word, match }];
  });

const runs = (text: string, all: readonly Hit[]): Hit[][] => {
  const grouped: Hit[][] = [];
  for (const hit of all) {
    const run = grouped.at(-1);
    const last = run?.at(-1);
    if (run && last && WITHIN.test(text.slice(last.word.end, hit.word.start).slice(0, 20))) run.push(hit);
    else grouped.push([hit]);
  }
  return grouped;
};

/** Two words of known names in a row are a name however they are written; one alone is when its script says so. */
const spansOf = (run: readonly Hit[]): Span[] => {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  const sure = run.some(({ match }) => match !== 'skeleton') ? run.length > 1 || isSure(first) : run.length > 1;
  const why = run.some(({ match }) => match === 'exact')
    ? 'record-name'
    : run.some(({ match }) => match === 'near')
      ? 'record-name-near'
      : 'record-name-script';
  return [found(first.word.start, last.word.end, why, sure ? 'auto' : 'flag', sure)];
};

const isSure = ({ word }: Hit): boolean => {
  const cased = word.text.toLowerCase() !== word.text.toUpperCase();
  return cased ? isCapitalised(word.text) : word.text.length >= 3;
};
