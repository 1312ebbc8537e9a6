import { exp } from './exp.js';

/** What one tag after another is worth, as factors: from tag (row) to tag; the last row is for the beginning of a line. */
export const factorsOf = (transition: ArrayLike<number>): Float64Array => Float64Array.from(transition, (weight) => exp(weight));

/** How likely each tag is at each token of a line, given all of the line (forward-backward). `tags` numbers a token. */
export interface Marginals {
  readonly node: Float64Array;
  /** Forward and backward messages and the factors of each token, each scaled; for whoever needs pairs of tags as well. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly local: Float64Array;
  readonly scale: Float64Array;
}

/** `scores` holds each tag's score at each token, as logarithms. */
export const marginalsOf = (scores: Float64Array, factors: Float64Array, tags: number): Marginals => {
  const count = scores.length / tags;
  const local = locals(scores, tags);
  const forward = new Float64Array(count * tags);
  const scale = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [at, before] = [i * tags, (i - 1) * tags];
    let total = 0;
    for (let tag = 0; tag < tags; tag++) {
      let reached = i === 0 ? factors[tags * tags + tag]! : 0;
      if (i > 0) for (let from = 0; from < tags; from++) reached += forward[before + from]! * factors[from * tags + tag]!;
      total += forward[at + tag] = reached * local[at + tag]!;
    }
    scale[i] = total;
    for (let tag = 0; tag < tags; tag++) forward[at + tag]! /= total;
  }
  const backward = backwards(local, scale, factors, tags);
  return { node: forward.map((value, k) => value * backward[k]!), forward, backward, local, scale };
};

/** The factors of each token, the largest of them 1. */
const locals = (scores: Float64Array, tags: number): Float64Array => {
  const out = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += tags) {
    let most = scores[at]!;
    for (let tag = 1; tag < tags; tag++) most = Math.max(most, scores[at + tag]!);
    for (let tag = 0; tag < tags; tag++) out[at + tag] = exp(scores[at + tag]! - most);
  }
  return out;
};

const backwards = (local: Float64Array, scale: Float64Array, factors: Float64Array, tags: number): Float64Array => {
  const out = new Float64Array(local.length).fill(1);
  for (let i = scale.length - 2; i >= 0; i--) {
    const [at, after] = [i * tags, (i + 1) * tags];
    for (let from = 0; from < tags; from++) {
      let sum = 0;
      for (let tag = 0; tag < tags; tag++) sum += factors[from * tags + tag]! * local[after + tag]! * out[after + tag]!;
      out[at + from] = sum / scale[i + 1]!;
    }
  }
  return out;
};
