import { nameKind } from '../lexicon/name-lexicon.js';
import { isAnd, isNameAndWord, isPreposition, opensOften } from '../lexicon/names-and-words.js';
import { isConnector, isPartOfStateName, isPublicWord, isStateWord } from '../lexicon/public-words.js';
import { isTitleWord } from '../lexicon/titles.js';
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
  version: '3',
  scripts: ['Latn'],
  find(normalised, record) {
    const { text, traits } = normalised;
    const suspect = suspects(normalised);
    const spans: Span[] = [];
    let run: Word[] = [];
    let after = 0;
    const close = () => {
      const named = withoutTitles(run);
      const [first] = named;
      const last = named.at(-1);
      run = [];
      if (!first || !last) return;
      const opens = named.length === 1 && opensSentence(text, first.start);
      if (
        opens
          ? mayBeName(first, words.slice(after, after + 2), normalised)
          : named.some((word) => isStrange(word) || suspect[word.start] === 1)
      )
        spans.push(found(withInitials(text, first.start), last.end, 'closed-world', 'flag'));
    };
    const words = wordsOf(text);
    words.forEach((word, i) => {
      const last = run.at(-1);
      if (last && !BETWEEN.test(text.slice(last.end, word.start).slice(0, 12))) close();
      const alone = !isCapitalised(words[i - 1]?.text ?? '') && !isCapitalised(words[i + 1]?.text ?? '');
      if (isUnknown(word, record) || namedLikeState(word, text, alone, record)) {
        run.push(word);
        after = i + 1;
      } else if (!isInitial(word)) close();
    });
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

/** Titles at either end of a run of capitals name nobody: "Senhor Governador". */
const withoutTitles = (run: readonly Word[]): readonly Word[] => {
  const places = run.flatMap(({ text }, i) => (isTitleWord(fold(text)) ? [] : [i]));
  return places.length === 0 ? [] : run.slice(places[0], places[places.length - 1]! + 1);
};

/** How likely the taggers have to think an ordinary word a person, and one that ends like a verb, for it to be a name where it opens a sentence. */
const WORD_FLOOR = 0.003;
const VERB_FLOOR = 0.02;

/**
 * Whether a word that opens a sentence alone may be a name there and not capitalised for its place only. A strange word may, unless it
 * ends like a verb; any other where a verb could follow ("Banda proposed"): known names, and what the taggers think a person.
 */
const mayBeName = (word: Word, next: readonly Word[], normalised: NormalisedText): boolean => {
  const folded = fold(word.text);
  const known = isKnownName(folded);
  const verbal = endsLikeVerb(word.text, normalised.language);
  if (opensOften(folded)) return false;
  if (isStrange(word) && (known || !verbal)) return true;
  const follows = followedBy(word, next, normalised);
  if (known) return follows !== 'no verb';
  if (opensWithVerb(word, normalised)) return false;
  return follows === 'verb' && readingOf(normalised).personAt(word.start) >= (verbal ? VERB_FLOOR : WORD_FLOOR);
};

/** Spanish and Portuguese sentences begin with their verb where the subject is known: "Ajudou cinco pessoas". */
const FINITE = /(?:ó|aron|ieron|ará|irá|aba|ou|eu|iu|aram|eram|iram|ava)$/i;
const opensWithVerb = ({ text }: Word, { language }: NormalisedText): boolean =>
  (language === 'es' || language === 'pt') && FINITE.test(text);

/** What can follow a word where it is the subject: a verb, perhaps, behind a comma or a second subject, or certainly none. */
const followedBy = (word: Word, [next, after]: readonly Word[], { text, language }: NormalisedText): 'verb' | 'perhaps' | 'no verb' => {
  const between = text.slice(word.end, next?.start ?? word.end);
  if (!next || isCapitalised(next.text) || !/^,? $/.test(between)) return 'no verb';
  if (between === ', ') return 'perhaps';
  if (isAnd(next.text)) return after !== undefined && isCapitalised(after.text) ? 'perhaps' : 'no verb';
  if (isPreposition(next.text) && !(language === 'fr' && next.text === 'a')) return 'no verb';
  if (language === 'en') return ENGLISH_VERB.test(next.text) ? 'verb' : 'perhaps';
  if (language !== 'fr' && PLURAL.test(next.text)) return 'no verb';
  return isConnector(next.text) && !BEFORE_VERBS.has(next.text) ? 'perhaps' : 'verb';
};

/** No Spanish or Portuguese verb of one person ends so: "Dias úteis" are days. */
const PLURAL = /^(?!(?:depois|después|antes|además|quis)$).{2,}[^ô]s$/;

const ENGLISH =
  'can could did had may might must shall should will would also first later never not now often still then ' +
  'began brought built came found gave held kept knew led left made met put ran said saw sent set spoke taught thought told took went won wrote';
const ENGLISH_VERB = new RegExp(`(?:ed|[^su]s)$|^(?:${ENGLISH.replaceAll(' ', '|')})$`);
/** Among the connectors of the other languages, those that verbs are or stand behind. */
const BEFORE_VERBS = new Set(['a', 'es', 'se', 'no']);

/** A word that the training texts never have in small letters outside of names, nor the word it is formed from. */
const isStrange = ({ text }: Word): boolean => text.length > 1 && !formsOf(fold(text)).some(isSeenSmall);

const isInitial = ({ text }: Word): boolean => text.length === 1;

const isUnknown = (word: Word, { allowed }: RecordContext): boolean => {
  if (word.text.length < 2 || !isCapitalised(word.text)) return false;
  const folded = fold(word.text);
  if (isPublicWord(folded) || (allowed?.has(folded) ?? false)) return false;
  return isKnownName(folded) || !isPublicWord(folded.replace(/s$/, ''));
};

const isKnownName = (folded: string): boolean => (nameKind(folded) & 3) > 0 || isNameAndWord(folded);

/** A name of States: behind an initial ("D. Montenegro"), or alone where a State has it beside others ("Costa" of "Costa Rica"). */
const namedLikeState = (word: Word, text: string, alone: boolean, { allowed }: RecordContext): boolean => {
  if (word.text.length < 2 || !isCapitalised(word.text)) return false;
  const folded = fold(word.text);
  if (!isStateWord(folded) || (allowed?.has(folded) ?? false)) return false;
  return withInitials(text, word.start) < word.start || (alone && isPartOfStateName(folded) && isKnownName(folded));
};

/** Words in letters none of the five languages uses. */
const otherScripts = (text: string): Span[] =>
  matchesOf(text, /(?:(?![\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}])\p{L})+/gu).map((match) =>
    found(match.index, match.index + match[0].length, 'other-script', 'flag'),
  );
