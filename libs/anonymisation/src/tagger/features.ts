import { isPublicWord } from '../lexicon/public-words.js';
import { nameKind } from '../lexicon/name-lexicon.js';
import type { Token } from './tokens.js';
import type { Vocabulary } from './vocabulary.js';

/** How many features a token has; every line's features stand in one array, token after token. */
export const FEATURES = 46;

const mix = (a: number, b: number): number => {
  const h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  return h ^ (h >>> 15);
};
const hashOf = (text: string, from = 0, to = text.length): number => {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 13);
};

/** The number a folded word has in a vocabulary. */
export const wordHash = (folded: string): number => hashOf(folded);

/** What a word looks like: digits, signs, small letters, a capital first, capitals only, one capital, capitals within, no case. */
export const shapeOf = (text: string): number => {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return 10 + Math.min(text.length, 5);
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  if (lower === upper) return /\p{L}/u.test(text) ? 8 : mix(99, first) | 0x40;
  if (text === lower) return 1;
  if (text === upper) return text.length === 1 ? 2 : 3;
  return text.charAt(0) === upper.charAt(0) && text.slice(1) === lower.slice(1) ? 4 : 5;
};

/** What the whole text says of a word: whether it also stands in small letters, and capitalised inside a sentence. */
export interface WordUse {
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

const SMALL = 1;
const ends = (text: string): boolean => text === '.' || text === '!' || text === '?' || text === ':' || text === '"' || text === '“';

export const wordUse = (lines: readonly (readonly Token[])[]): WordUse => {
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const line of lines) {
    const cased = caseOf(line) === 0;
    line.forEach(({ text, folded }, i) => {
      if (!cased || text.length < 2) return;
      const shape = shapeOf(text);
      if (shape === SMALL) small.add(folded);
      else if (shape === 4 && i > 0 && !ends(line[i - 1]?.text ?? '.')) capital.add(folded);
    });
  }
  return { small, capital };
};

/** 0 for a line with small and capital letters, 1 without capitals, 2 nearly without small letters. */
const caseOf = (line: readonly Token[]): number => {
  let [small, capital] = [0, 0];
  for (const { text } of line) {
    const shape = shapeOf(text);
    if (shape === SMALL) small += 1;
    else if (shape >= 2 && shape <= 5) capital += shape === 3 || shape === 2 ? 1 : 0.01;
    if (shape === 4 || shape === 5) small += 0.5;
  }
  if (capital === 0) return 1;
  return capital > 2 * small ? 2 : 0;
};

interface Described {
  readonly word: number;
  readonly shape: number;
  readonly kind: number;
  readonly text: string;
}
const NOTHING: Described = { word: 7, shape: 99, kind: 0, text: '' };

const isFewDigits = (text: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(text);
const RARE = 77;

const ARABIC = /^[\u0620-\u06d5]/;
/** An Arabic word without the article and the letters written together with it. */
const bare = (folded: string): string => folded.replace(/^[وفبلك]?(?:ال)?/, '');

/** What lists say of a word; an Arabic word is also looked up without what is written together with it. */
const kindOf = (folded: string): number => {
  const kind = nameKind(folded);
  return kind === 0 && ARABIC.test(folded) ? nameKind(bare(folded)) : kind;
};

const describe = ({ text, folded }: Token, caseless: boolean, vocabulary: Vocabulary): Described => {
  const shape = shapeOf(text);
  const isWord = /\p{L}/u.test(text.charAt(0));
  if (shape >= 10 && shape <= 15) return { word: mix(5, isFewDigits(text) ? 44 : Math.min(text.length, 5)), shape, kind: 0, text: folded };
  const hash = hashOf(folded);
  if (!isWord) return { word: hash, shape, kind: 0, text: folded };
  const common = vocabulary.isCommon(hash);
  const known = (common ? 8 : 0) + (vocabulary.isSmall(hash) ? 16 : 0);
  return {
    // A word that was hardly ever seen is told by how it looks and where it stands, for most names will never have been seen.
    word: common ? hash : mix(RARE, Math.min(text.length, 4)),
    shape: caseless ? 7 : shape,
    kind: known + (isPublicWord(folded) ? 32 : 0) + kindOf(folded),
    text: folded,
  };
};

/** The features of each token of a line as slots of a table of 2^bits. Every token has `FEATURES` of them. */
export const featuresOf = (line: readonly Token[], use: WordUse, bits: number, vocabulary: Vocabulary): Int32Array => {
  const mode = caseOf(line);
  const all = line.map((token) => describe(token, mode > 0, vocabulary));
  const out = new Int32Array(line.length * FEATURES);
  const shift = 32 - bits;
  for (let i = 0; i < line.length; i++) {
    let at = i * FEATURES;
    const put = (template: number, value: number): void => {
      out[at++] = mix(Math.imul(template, 0x27d4eb2f), value) >>> shift;
    };
    const near = (offset: number): Described => all[i + offset] ?? NOTHING;
    const folded = line[i]?.folded ?? '';
    putWords(put, near);
    putSpelling(put, folded);
    putShapes(put, near, mode);
    const used =
      mode > 0 ? 3 : (use.small.has(folded) ? 1 : 0) + (use.capital.has(folded) ? 2 : 0) + (use.capital.has(near(1).text) ? 4 : 0);
    put(36, mix(used, near(0).shape));
    put(37, mix(i === 0 ? 1 : ends(line[i - 1]?.text ?? '') ? 2 : 3, mix(near(0).shape, used)));
    put(38, mix(near(0).kind, near(0).shape));
    put(39, mix(mix(near(-1).kind, near(0).kind), mix(near(1).kind, near(0).shape)));
    put(40, mix(near(0).kind, near(1).kind));
    put(41, mix(near(-1).kind, near(0).word));
    put(42, mode);
    put(43, mix(near(-1).word, mix(near(0).kind, near(0).shape)));
    put(44, mix(near(1).word, mix(near(0).kind, near(0).shape)));
    put(45, mix(mix(near(-2).word, near(-1).word), near(0).kind));
    put(46, mix(mix(near(-2).kind, near(-1).kind), near(0).kind));
  }
  return out;
};

type Put = (template: number, value: number) => void;
type Near = (offset: number) => Described;

const putWords = (put: Put, near: Near): void => {
  const [b3, b2, b1, w, a1, a2, a3] = [-3, -2, -1, 0, 1, 2, 3].map((offset) => near(offset).word) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  put(1, w);
  put(2, b1);
  put(3, a1);
  put(4, b2);
  put(5, a2);
  put(6, mix(b1, w));
  put(7, mix(w, a1));
  put(8, mix(b2, b1));
  put(9, mix(a1, a2));
  put(10, mix(b1, a1));
  put(11, b3);
  put(12, a3);
  put(13, mix(b1, near(0).shape));
  put(14, mix(a1, near(0).shape));
  put(15, mix(mix(b2, b1), near(0).shape));
};

const putSpelling = (put: Put, folded: string): void => {
  const { length } = folded;
  for (let size = 1; size <= 5; size++) {
    put(15 + size, hashOf(folded, 0, Math.min(size, length)));
    put(20 + size, hashOf(folded, Math.max(0, length - size), length));
  }
  put(26, hashOf(bare(folded), 0, 40));
};

const putShapes = (put: Put, near: Near, mode: number): void => {
  const [b2, b1, s, a1, a2] = [-2, -1, 0, 1, 2].map((offset) => near(offset).shape) as [number, number, number, number, number];
  put(27, mix(s, mode));
  put(28, b1);
  put(29, a1);
  put(30, mix(b1, s));
  put(31, mix(s, a1));
  put(32, mix(mix(b2, b1), s));
  put(33, mix(mix(s, a1), a2));
  put(34, mix(mix(b1, s), a1));
  put(35, Math.min(near(0).text.length, 12));
};
