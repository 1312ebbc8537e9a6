import { allCaps, lowerCased, withNamesOf } from '../measure/copies.js';
import type { Label, Labelled } from '../measure/labelled.js';
import { random } from '../measure/random.js';
import { featuresOf, wordHash, wordUse } from '../tagger/features.js';
import { linesOf, type Token } from '../tagger/tokens.js';
import { type Vocabulary, vocabularyBytes } from '../tagger/vocabulary.js';
import { inventedNames } from './invented-names.js';
import type { Line } from './random-field.js';

/** Documents that were annotated by the same rules: which labels their annotators used at all. */
export interface TrainingSet {
  readonly documents: readonly Labelled[];
  readonly labels: ReadonlySet<Label>;
}

export interface Copies {
  /** How many copies with other names each document gets. */
  readonly renamed: number;
  /** The share of documents of which a copy in small letters, and one in capitals, is made. */
  readonly recased: number;
}

/** What a tagger learns from: every line of every document and of its copies. */
export const linesFrom = (
  sets: readonly TrainingSet[],
  tags: readonly string[],
  bits: number,
  copies: Copies,
  vocabulary: Vocabulary,
): Line[] =>
  sets.flatMap(({ documents, labels }, s) => {
    const allowed = tags.map((tag, i) => i === 0 || labels.has(tag as Label));
    const next = random(11 + s);
    return documents.flatMap((document, i) =>
      [document, ...copiesOf(document, i + 1_000 * s, copies, next)].flatMap((copy) =>
        linesOfDocument(copy, tags, allowed, bits, vocabulary),
      ),
    );
  });

const copiesOf = (document: Labelled, seed: number, { renamed, recased }: Copies, next: () => number): Labelled[] => {
  const out = Array.from({ length: renamed }, (_, k) =>
    withNamesOf(document, inventedNames(seed * 7 + k, document.language === 'ar'), seed * 13 + k),
  );
  if (next() < recased) out.push(lowerCased(out[0] ?? document));
  if (next() < recased) out.push(allCaps(out[0] ?? document));
  return out;
};

const linesOfDocument = (
  { text, entities }: Labelled,
  tags: readonly string[],
  allowed: readonly boolean[],
  bits: number,
  vocabulary: Vocabulary,
): Line[] => {
  const painted = new Uint8Array(text.length);
  for (const { label, mentions } of entities) {
    const tag = Math.max(0, tags.indexOf(label));
    for (const { start, end } of mentions) painted.fill(tag, start, end);
  }
  const lines = linesOf(text);
  const use = wordUse(lines);
  return lines.map((line) => ({
    features: featuresOf(line, use, bits, vocabulary),
    gold: Uint8Array.from(line, (token: Token) => painted[token.start] ?? 0),
    allowed,
  }));
};

/** In so many documents a word must stand to be common; so many times outside every name to be an ordinary word. */
const COMMON = 2;
const ORDINARY = 2;

/** The bytes of the vocabulary of the sets: the words of many documents, and those that stand in small letters outside of names. */
export const vocabularyFrom = (sets: readonly TrainingSet[]): Int8Array => {
  const documents = new Map<number, number>();
  const ordinary = new Map<number, number>();
  const count = (counts: Map<number, number>, word: number) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { text, entities } of sets.flatMap((set) => set.documents)) {
    const named = new Uint8Array(text.length);
    for (const { mentions } of entities) for (const { start, end } of mentions) named.fill(1, start, end);
    const tokens = linesOf(text).flat();
    for (const word of new Set(tokens.map(({ folded }) => wordHash(folded)))) count(documents, word);
    for (const { text: word, folded, start } of tokens)
      if (named[start] === 0 && word === word.toLowerCase()) count(ordinary, wordHash(folded));
  }
  const over = (counts: Map<number, number>, least: number) => [...counts].filter(([, times]) => times >= least).map(([word]) => word);
  return vocabularyBytes(over(documents, COMMON), over(ordinary, ORDINARY));
};
