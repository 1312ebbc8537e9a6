/** Whether a word of the training texts came often, and whether it came in small letters: two sets kept as bits, with few false members. */
export interface Vocabulary {
  isCommon(word: number): boolean;
  isSmall(word: number): boolean;
}

/** Each set has 2^20 bits, and a word three of them: of a thousand words that are in none, one or two are taken for members. */
const BITS = 20;
const BYTES = 1 << (BITS - 3);
export const VOCABULARY_BYTES = 2 * BYTES;

const places = (word: number): readonly number[] => [
  Math.imul(word, 0x9e3779b1) >>> (32 - BITS),
  Math.imul(word ^ 0x5bd1e995, 0x85ebca6b) >>> (32 - BITS),
  Math.imul((word ^ (word >>> 15)) + 0x7feb352d, 0xc2b2ae35) >>> (32 - BITS),
];
const has = (bytes: Int8Array, offset: number, word: number): boolean =>
  places(word).every((place) => ((bytes[offset + (place >> 3)] ?? 0) & (1 << (place & 7))) !== 0);

/** The sets in the bytes of a weights file. */
export const vocabularyOf = (bytes: Int8Array): Vocabulary => ({
  isCommon: (word) => has(bytes, 0, word),
  isSmall: (word) => has(bytes, BYTES, word),
});

/** The bytes of two sets of words, by their hashes. */
export const vocabularyBytes = (common: Iterable<number>, small: Iterable<number>): Int8Array => {
  const bytes = new Int8Array(VOCABULARY_BYTES);
  [common, small].forEach((words, i) => {
    for (const word of words) for (const place of places(word)) bytes[i * BYTES + (place >> 3)]! |= 1 << (place & 7);
  });
  return bytes;
};
