import { nameKind } from '../lexicon/name-lexicon.js';
import { isConnector, isPublicWord, isStateName } from '../lexicon/public-words.js';
import { HONORIFICS, isArabicTitle, isTitleWord } from '../lexicon/titles.js';
import type { RecordContext, Recogniser, Span } from '../span.js';
import { ARABIC, LATIN } from '../tagger/manifests.gen.js';
import { isOrdinaryWord, isSeenSmall, type Reading, readingOf } from '../tagger/reading.js';
import type { Tagged } from '../tagger/tagger.js';
import { fold } from '../text/fold.js';
import type { NormalisedText } from '../text/normalise.js';
import { endsLikeVerb, formsOf, isCapitalised, opensSentence, withInitials, type Word, wordsOf } from '../text/words.js';
import { both, finder } from './found.js';
import { listedBetween } from './listed.js';
import { matchesOf } from '../text/matches.js';

const person = finder('tagger', 'person');
const unknown = finder('tagger', 'unknown');
const sure = (start: number, end: number): Span => person(start, end, 'tagger');
const doubtful = (start: number, end: number): Span => unknown(start, end, 'tagger-doubt', 'flag');

/** Names of persons as the trained taggers see them: the sure ones by themselves, the doubtful ones as flags. */
export const tagger: Recogniser = {
  id: 'tagger',
  version: `3+${LATIN.sha256.slice(0, 8)}+${ARABIC.sha256.slice(0, 8)}`,
  scripts: both,
  find(text, record) {
    const reading = readingOf(text);
    const cased = CAPITAL.test(text.text);
    const firms = firmsOf(text.text);
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
        // In a text with capitals a name has one, and in one without it is a known name; what else there is, the reviewer judges.
        const written =
          isArabic(text.text, start) || (cased ? CAPITAL.test(text.text.slice(start, end)) : hasKnownName(text.text, start, end));
        if (written && isName(text.text, start, end, reading, firms)) return [sure(withInitials(text.text, start), end)];
        return CAPITAL.test(text.text.slice(start, end)) || isArabic(text.text, start)
          ? [doubtful(start, end)]
          : cased
            ? unordinary(text, tagged, cased)
            : [doubtful(start, end)];
      }),
      ...listedBetween(text.text, persons(reading.perhaps)).map(([start, end]) => doubtful(start, end)),
      ...named(reading.perhaps).flatMap((tagged) => unordinary(text, tagged, cased)),
    ];
  },
};

/** Where the name begins behind its honorifics, which the sentence needs, and behind a verb that opens the sentence. */
const afterTitles = (normalised: NormalisedText, { start, end }: Tagged): number => {
  const { text } = normalised;
  for (const word of wordsOf(text.slice(start, end))) {
    const title = text.charAt(start + word.end) === '.' ? `${word.text}.` : word.text;
    if (!HONORIFICS.has(title) && !HONORIFICS.has(word.text) && !isOpeningVerb(normalised, word.text, start + word.start))
      return start + word.start;
  }
  return end;
};

const isOpeningVerb = ({ text, language }: NormalisedText, word: string, at: number): boolean =>
  endsLikeVerb(word, language) && (nameKind(fold(word)) & 3) === 0 && opensSentence(text, at);

/** A word that has its capital for its place alone: a verb, or one that texts have in small letters, itself or what it is formed from. */
const isOpening = (normalised: NormalisedText, word: string, at: number): boolean =>
  isOpeningVerb(normalised, word, at) || (opensSentence(normalised.text, at) && formsOf(fold(word)).some(isSeenSmall));

/** Where the words with capitals of a run begin and end. */
const capitalsOf = (run: readonly Word[]): [number, number] => {
  const places = run.flatMap(({ text }, i) => (isSmall(text) ? [] : [i]));
  return [places[0] ?? 0, (places.at(-1) ?? -1) + 1];
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
/** The words that stand somewhere right before what makes a firm of them, folded: "Serco" of "Serco Limited". */
const FIRM_NAME = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)(?=,?\s(?:Ltd|Limited|Inc|GmbH|SARL|Lda|Ltda|LLC|plc|S\.\s?A)(?![\p{L}\p{M}]))/gu;
const firmsOf = (text: string): ReadonlySet<string> => new Set(matchesOf(text, FIRM_NAME).map(([name]) => fold(name)));
/** What makes a people of a name. */
const PEOPLE = /^\s(?:nationals?|citizens?|government)(?!\p{L})/iu;

const hasKnownName = (text: string, start: number, end: number): boolean =>
  wordsOf(text.slice(start, end)).some((word) => (nameKind(fold(word.text)) & 3) > 0);

/** Ordinary words, places, firms, peoples, and words that the rest of the text does not use for persons, are for the reviewer to judge. */
const isName = (text: string, start: number, end: number, reading: Reading, firms: ReadonlySet<string>): boolean => {
  const words = wordsOf(text.slice(start, end)).filter((word) => word.text.length > 1);
  if (words.length === 0) return true;
  if (FIRM.test(text.slice(start, end + 12)) || PEOPLE.test(text.slice(end, end + 12))) return false;
  return words.some(({ text: word }) => {
    const folded = fold(word);
    return !firms.has(folded) && !isOrdinaryWord(folded) && nameKind(folded) !== PLACE && reading.balance(folded) > 0;
  });
};

/** The runs of words in a doubtful name that are no ordinary ones; where there are capitals, a name has one. */
const unordinary = (normalised: NormalisedText, { start, end }: Tagged, cased: boolean): Span[] => {
  const { text } = normalised;
  const words = wordsOf(text.slice(start, end));
  if (isArabic(text, start)) return around(words, start);
  const spans: Span[] = [];
  let run: Word[] = [];
  const close = () => {
    const written = cased ? run.slice(...capitalsOf(run)) : run;
    const [first] = written;
    const last = written.at(-1);
    if (first && last && isLikeName(written, cased) && !(written.length === 1 && isOpening(normalised, first.text, start + first.start)))
      spans.push(doubtful(withInitials(text, start + first.start), start + last.end));
    run = [];
  };
  for (const word of words) {
    if (run.length > 0 && goesOn(word.text)) run.push(word);
    else if (namesNobody(fold(word.text))) close();
    else run.push(word);
  }
  close();
  return spans;
};

const namesNobody = (folded: string): boolean => isOrdinaryWord(folded) || isPublicWord(folded.replace(/s$/, '')) || isTitleWord(folded);

/** Behind a word of a name, a capital makes a family name of a State, of an article and of any ordinary word but those of public life. */
const goesOn = (word: string): boolean => {
  const folded = fold(word);
  return (
    word.length > 1 &&
    isCapitalised(word) &&
    (isStateName(word) || isConnector(folded) || (!isPublicWord(folded.replace(/s$/, '')) && !isPublicWord(folded)))
  );
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
  const before = words[(strange[0] ?? 0) - 1];
  const first = before && !isArabicTitle(fold(before.text)) ? before : words[strange[0] ?? 0];
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
