import { nameKind } from '../lexicon/name-lexicon.js';
import { isPublicWord } from '../lexicon/public-words.js';
import type { RecordContext, Span } from '../span.js';
import { isOrdinaryWord, readingOf } from '../tagger/reading.js';
import { fold } from '../text/fold.js';
import type { NormalisedText } from '../text/normalise.js';
import { isCapitalised, wordsOf, type Word } from '../text/words.js';
import { finder } from './found.js';

const found = finder('propagation', 'person');
const TITLES = new Set(
  (
    'mr mrs ms miss dr prof sir judge justice president the of m mm mme mlle monsieur madame sr sra srta señor señora don doña dom dona de da do dos das del du la las los le les van von der den ben bin ibn el al y e et and ' +
    'professor professora doutor doutora juiz juiza ministro ministra relator relatora desembargador applicant requerant requerante demandante lord lady'
  ).split(' '),
);
/** Arabic words have no capitals: only longer ones are carried on alone. */
const ARABIC_FROM = 4;

const isArabic = (word: string): boolean => /[\u0620-\u06d5]/.test(word);

const PLACE = 4;

/** A word that stands for a person wherever it comes again: part of a name, no ordinary word, no place, and none of public life. */
const carries = (word: string, { allowed }: RecordContext): boolean => {
  const folded = fold(word);
  if (TITLES.has(folded) || isPublicWord(folded) || (allowed?.has(folded) ?? false)) return false;
  if (isOrdinaryWord(folded) || nameKind(folded) === PLACE) return false;
  return isArabic(word) ? word.length >= ARABIC_FROM : word.length >= 3 && isCapitalised(word);
};

/** Every other place where a word of a name that was found stands again, written as a name. Linear in the length of the text. */
export const propagate = (normalised: NormalisedText, spans: readonly Span[], record: RecordContext): Span[] => {
  const { text } = normalised;
  const persons = spans.filter(({ type, tier, start, end }) => type === 'person' && tier === 'auto' && end > start);
  if (persons.length === 0) return [];
  const covered = new Uint8Array(text.length);
  const known = new Set<string>();
  for (const { start, end } of persons) {
    covered.fill(1, start, end);
    for (const { text: word } of wordsOf(text.slice(start, end))) if (carries(word, record)) known.add(fold(word));
  }
  const isName = ({ text: word, start }: Word): boolean => covered[start] === 0 && (isArabic(word) || isCapitalised(word));
  const { balance } = readingOf(normalised);
  // What only a title made a person of, and no list of names knows, is one there and need not be elsewhere.
  for (const folded of known) if (balance(folded) < 0 || (balance(folded) === 0 && (nameKind(folded) & 3) === 0)) known.delete(folded);
  const isKnown = (folded: string): boolean => known.has(folded) || known.has(folded.replace(/(?<=[a-z]{3})s$/, ''));
  return wordsOf(text)
    .filter((word) => isName(word) && isKnown(fold(word.text)))
    .map(({ start, end }) => found(start, end, 'propagation'));
};
