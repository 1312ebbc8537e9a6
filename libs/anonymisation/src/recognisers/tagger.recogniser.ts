import { nameKind } from '../lexicon/name-lexicon.js';
import { isPublicWord, isStateName } from '../lexicon/public-words.js';
import { HONORIFICS } from '../lexicon/titles.js';
import type { RecordContext, Recogniser, Span } from '../span.js';
import { ARABIC, LATIN } from '../tagger/manifests.gen.js';
import { isOrdinaryWord, type Reading, readingOf } from '../tagger/reading.js';
import type { Tagged } from '../tagger/tagger.js';
import { fold } from '../text/fold.js';
import type { NormalisedText } from '../text/normalise.js';
import { endsLikeVerb, opensSentence, type Word, wordsOf } from '../text/words.js';
import { both, finder } from './found.js';

const person = finder('tagger', 'person');
const unknown = finder('tagger', 'unknown');
const sure = (start: number, end: number): Span => person(start, end, 'tagger');
const doubtful = (start: number, end: number): Span => unknown(start, end, 'tagger-doubt', 'flag');

/** Names of persons as the trained taggers see them: the sure ones by themselves, the doubtful ones as flags. */
export const tagger: Recogniser = {
  id: 'tagger',
  version: `1+${LATIN.sha256.slice(0, 8)}+${ARABIC.sha256.slice(0, 8)}`,
  scripts: both,
  find(text, record) {
    const reading = readingOf(text);
    const cased = CAPITAL.test(text.text);
    const persons = (tagged: readonly Tagged[]): Tagged[] => tagged.filter(({ tag }) => tag === 'person');
    const named = (tagged: readonly Tagged[]): Tagged[] =>
      persons(tagged).filter(({ start, end }) => !isPublic(text.text.slice(start, end), record));
    return [
      // The name of a State is public, and a family name as well: where it stands like a person's, the reviewer says which it is.
      ...persons(reading.perhaps)
        .filter(({ start, end }) => isStateName(text.text.slice(start, end)))
        .map(({ start, end }) => doubtful(start, end)),
      ...named(reading.sure).flatMap((tagged) => {
        const start = afterTitles(text, tagged);
        const end = cased ? beforeSmall(text.text, start, tagged.end) : tagged.end;
        if (start >= end) return [];
        if (isName(text.text, start, end, reading)) return [sure(start, end)];
        return CAPITAL.test(text.text.slice(start, end)) || isArabic(text.text, start)
          ? [doubtful(start, end)]
          : unordinary(text.text, tagged, cased);
      }),
      ...named(reading.perhaps).flatMap((tagged) => unordinary(text.text, tagged, cased)),
    ];
  },
};

/** Where the name begins behind its honorifics, which the sentence needs, and behind a verb that opens the sentence. */
const afterTitles = ({ text, language }: NormalisedText, { start, end }: Tagged): number => {
  for (const word of wordsOf(text.slice(start, end))) {
    const title = text.charAt(start + word.end) === '.' ? `${word.text}.` : word.text;
    const opening = endsLikeVerb(word.text, language) && (nameKind(fold(word.text)) & 3) === 0 && opensSentence(text, start + word.start);
    if (!HONORIFICS.has(title) && !HONORIFICS.has(word.text) && !opening) return start + word.start;
  }
  return end;
};

/** Where a name that begins with a capital ends: its last capitalised word. "Blimfield office keeps" is a name and two words after it. */
const beforeSmall = (text: string, start: number, end: number): number => {
  const words = wordsOf(text.slice(start, end));
  if (words[0] === undefined || isSmall(words[0].text)) return end;
  const last = words.findLast((word) => !isSmall(word.text));
  // A full stop after an initial belongs to the name.
  return last && words.at(-1) !== last ? start + last.end : end;
};

const CAPITAL = /\p{Lu}/u;
const PLACE = 4;
/** What makes a firm of a name, in it or after it. */
const FIRM = /(?:^|[\s,(])(?:Ltd|Limited|Inc|GmbH|AB|SARL|Lda|Ltda|LLC|plc|Corp|Company|S\.\s?A|A\.\s?Ş)(?![\p{L}\p{M}])/u;
/** What makes a people of a name. */
const PEOPLE = /^\s(?:nationals?|citizens?|government)(?!\p{L})/iu;

/** Ordinary words, places, firms, peoples, and words that the rest of the text does not use for persons, are for the reviewer to judge. */
const isName = (text: string, start: number, end: number, reading: Reading): boolean => {
  const words = wordsOf(text.slice(start, end)).filter((word) => word.text.length > 1);
  if (words.length === 0) return true;
  if (FIRM.test(text.slice(start, end + 12)) || PEOPLE.test(text.slice(end, end + 12))) return false;
  return words.some(({ text: word }) => {
    const folded = fold(word);
    return !isOrdinaryWord(folded) && nameKind(folded) !== PLACE && reading.balance(folded) > 0;
  });
};

/** The runs of words in a doubtful name that are no ordinary ones; where there are capitals, a name has one. */
const unordinary = (text: string, { start, end }: Tagged, cased: boolean): Span[] => {
  const words = wordsOf(text.slice(start, end));
  if (isArabic(text, start)) return around(words, start);
  const spans: Span[] = [];
  let run: Word[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && isLikeName(run, cased)) spans.push(doubtful(start + first.start, start + last.end));
    run = [];
  };
  for (const word of words) {
    if (isOrdinaryWord(fold(word.text)) || isPublicWord(fold(word.text).replace(/s$/, ''))) close();
    else run.push(word);
  }
  close();
  return spans;
};

/** With capitals about, a name has one; in a text without any, one word alone has to be a known name. */
const isLikeName = (run: readonly Word[], cased: boolean): boolean =>
  cased
    ? run.some(({ text: word }) => word.length > 1 && !isSmall(word))
    : run.length > 1 || run.some(({ text: word }) => !isSmall(word) || (nameKind(fold(word)) & 3) > 0);

const isArabic = (text: string, at: number): boolean => /[\u0620-\u06d5]/.test(text.charAt(at));

/** Arabic names are made of ordinary words too: from the word before the first that is none to the word after the last. */
const around = (words: readonly Word[], offset: number): Span[] => {
  const strange = words.flatMap(({ text }, i) => (isOrdinaryWord(fold(text)) ? [] : [i]));
  const first = words[Math.max(0, (strange[0] ?? 0) - 1)];
  const last = words[Math.min(words.length - 1, (strange.at(-1) ?? 0) + 1)];
  return strange.length === 0 || !first || !last ? [] : [doubtful(offset + first.start, offset + last.end)];
};

const isSmall = (word: string): boolean => word === word.toLowerCase() && word !== word.toUpperCase();

/** Nothing but words of public life, and of this record's own vocabulary. */
const isPublic = (text: string, { allowed }: RecordContext): boolean =>
  wordsOf(text).every(({ text: word }) => {
    const folded = fold(word);
    return word.length < 2 || isPublicWord(folded) || (allowed?.has(folded) ?? false);
  });
