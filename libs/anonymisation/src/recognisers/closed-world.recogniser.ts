import { nameKind } from '../lexicon/name-lexicon.js';
import { publicWords } from '../lexicon/public-words.js';
import type { RecordContext, Recogniser, Span } from '../span.js';
import { isSeenSmall, readingOf } from '../tagger/reading.js';
import { fold } from '../text/fold.js';
import type { NormalisedText } from '../text/normalise.js';
import { endsLikeVerb, formsOf, isCapitalised, opensSentence, withInitials, type Word, wordsOf } from '../text/words.js';
import { finder } from './found.js';
import { matchesOf } from '../text/matches.js';

const found = finder('closed-world', 'unknown');
const BETWEEN = /^(?:[\s'.-]{1,3}|\s(?:de|da|do|dos|das|del|la|ben|bin|ibn|el|al|van|von)\s)$/i;

/** Capitalised words inside a sentence that no list of public words has: a person's name until a reviewer says otherwise. */
export const closedWorld: Recogniser = {
  id: 'closed-world',
  version: '2',
  scripts: ['Latn'],
  find(normalised, record) {
    const { text, traits } = normalised;
    const suspect = suspects(normalised);
    const spans: Span[] = [];
    let run: Word[] = [];
    const close = () => {
      const [first] = run;
      const last = run.at(-1);
      const opens = run.length === 1 && first !== undefined && opensSentence(text, first.start);
      if (
        first &&
        last &&
        (opens ? isStrange(first) && !isVerb(first, normalised) : run.some((word) => isStrange(word) || suspect[word.start] === 1))
      )
        spans.push(found(withInitials(text, first.start), last.end, 'closed-world', 'flag'));
      run = [];
    };
    for (const word of wordsOf(text)) {
      const last = run.at(-1);
      if (last && !BETWEEN.test(text.slice(last.end, word.start).slice(0, 12))) close();
      if (isUnknown(word, record)) run.push(word);
      else if (!isInitial(word)) close();
    }
    close();
    return traits.otherScript ? [...spans, ...otherScripts(text)] : spans;
  },
};

/** Where the taggers, at their widest, think of anything at all: elsewhere a capital letter is only a capital letter. */
const suspects = (text: NormalisedText): Uint8Array => {
  const out = new Uint8Array(text.text.length);
  for (const { start, end } of readingOf(text).widest) out.fill(1, start, end);
  return out;
};

const isVerb = ({ text }: Word, { language }: NormalisedText): boolean => endsLikeVerb(text, language) && (nameKind(fold(text)) & 3) === 0;

/** A word that the training texts never have in small letters outside of names, nor the word it is formed from. */
const isStrange = ({ text }: Word): boolean => text.length > 1 && !formsOf(fold(text)).some(isSeenSmall);

const isInitial = ({ text }: Word): boolean => text.length === 1;

const isUnknown = (word: Word, { allowed }: RecordContext): boolean => {
  if (word.text.length < 2 || !isCapitalised(word.text)) return false;
  const folded = fold(word.text);
  const known = publicWords();
  const singular = folded.replace(/s$/, '');
  return !known.has(folded) && !known.has(singular) && !(allowed?.has(folded) ?? false);
};

/** Words in letters none of the five languages uses. */
const otherScripts = (text: string): Span[] =>
  matchesOf(text, /(?:(?![\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}])\p{L})+/gu).map((match) =>
    found(match.index, match.index + match[0].length, 'other-script', 'flag'),
  );
