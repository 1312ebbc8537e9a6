import { factorsOf } from './marginals.js';
import { type Vocabulary, VOCABULARY_BYTES, vocabularyOf } from './vocabulary.js';
import type { Weights } from './weighing.js';

/** What a weights file holds beside the numbers; it stands in the code, so that a file that is not this one is refused. */
export interface Manifest {
  readonly file: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  readonly tags: readonly string[];
  readonly bits: number;
  /** What one step of the stored integers is worth. */
  readonly step: number;
  readonly licence: string;
}

/** Transitions are few and large: one of their stored integers is worth so many of the table's. */
const TRANSITION = 2;

/**
 * Weights as signed bytes: the table slot by slot without the tag "nothing" (the others are told as their difference from it), then the
 * transitions, then the vocabulary. What is beyond the range is cut.
 */
export const pack = ({ tags, emission, transition }: Weights, step: number, vocabulary: Int8Array): Int8Array => {
  const rows = emission.length / tags;
  const size = rows * (tags - 1) + transition.length;
  const bytes = new Int8Array(size + VOCABULARY_BYTES);
  bytes.set(vocabulary, size);
  const byte = (value: number) => Math.max(-127, Math.min(127, Math.round(value / step)));
  for (let row = 0; row < rows; row++)
    for (let tag = 1; tag < tags; tag++)
      bytes[row * (tags - 1) + tag - 1] = byte((emission[row * tags + tag] ?? 0) - (emission[row * tags] ?? 0));
  for (let i = 0; i < transition.length; i++) bytes[rows * (tags - 1) + i] = byte((transition[i] ?? 0) / TRANSITION);
  return bytes;
};

/** The weights of a file. Throws a `RangeError` when it is not as long as its manifest says. */
export const unpack = (
  bytes: Int8Array,
  { tags: { length: tags }, bits, step }: Pick<Manifest, 'tags' | 'bits' | 'step'>,
): PackedWeights => {
  const table = (1 << bits) * (tags - 1);
  const end = table + (tags + 1) * tags;
  if (bytes.length !== end + VOCABULARY_BYTES) throw new RangeError('The weights are not as long as they should be.');
  return {
    tags,
    step,
    emission: bytes.subarray(0, table),
    factors: factorsOf(Float64Array.from(bytes.subarray(table, end), (value) => value * TRANSITION * step)),
    vocabulary: vocabularyOf(bytes.subarray(end)),
  };
};

export interface PackedWeights {
  readonly tags: number;
  readonly step: number;
  /** One number a slot for each tag but the first. */
  readonly emission: Int8Array;
  /** What one tag after another is worth, as factors. */
  readonly factors: Float64Array;
  readonly vocabulary: Vocabulary;
}

/** Each tag's score at each token, as logarithms. */
export const packedScores = ({ tags, step, emission }: PackedWeights, features: Int32Array, each: number): Float64Array => {
  const count = features.length / each;
  const sums = new Int32Array(count * tags);
  const others = tags - 1;
  for (let i = 0; i < count; i++) {
    const base = i * tags + 1;
    for (let f = i * each; f < (i + 1) * each; f++) {
      const row = features[f]! * others;
      for (let tag = 0; tag < others; tag++) sums[base + tag]! += emission[row + tag]!;
    }
  }
  return Float64Array.from(sums, (sum) => sum * step);
};
