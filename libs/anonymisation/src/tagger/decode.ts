/** What a tagger adds up: a table of weights by slot and tag, and what it thinks of one tag after another. Tag 0 is "nothing". */
export interface Weights {
  readonly tags: number;
  readonly emission: ArrayLike<number>;
  /** From tag (row) to tag; the last row is for the beginning of a line. */
  readonly transition: ArrayLike<number>;
}

/** Each tag's score at each token, `tags` numbers a token. */
export const scoresOf = ({ tags, emission }: Weights, features: Int32Array, each: number): Float64Array => {
  const count = features.length / each;
  const scores = new Float64Array(count * tags);
  for (let i = 0; i < count; i++) {
    for (let f = i * each; f < (i + 1) * each; f++) {
      const row = (features[f] ?? 0) * tags;
      for (let tag = 0; tag < tags; tag++) scores[i * tags + tag]! += emission[row + tag]!;
    }
  }
  return scores;
};

/** The tags of the line that together score best (Viterbi); a tag that is not `allowed` is not considered. */
export const bestPath = ({ tags, transition }: Weights, scores: Float64Array, allowed?: readonly boolean[]): Uint8Array => {
  const count = scores.length / tags;
  const back = new Uint8Array(count * tags);
  let previous = new Float64Array(tags);
  for (let i = 0; i < count; i++) {
    const current = new Float64Array(tags);
    for (let tag = 0; tag < tags; tag++) {
      let best = i === 0 ? transition[tags * tags + tag]! : -Infinity;
      if (i > 0) {
        for (let from = 0; from < tags; from++) {
          const reached = previous[from]! + transition[from * tags + tag]!;
          if (reached > best) {
            best = reached;
            back[i * tags + tag] = from;
          }
        }
      }
      current[tag] = allowed?.[tag] === false ? -Infinity : best + scores[i * tags + tag]!;
    }
    previous = current;
  }
  return walkBack(previous, back, tags, count);
};

const walkBack = (last: Float64Array, back: Uint8Array, tags: number, count: number): Uint8Array => {
  const path = new Uint8Array(count);
  let tag = 0;
  for (let other = 1; other < tags; other++) if (last[other]! > last[tag]!) tag = other;
  for (let i = count - 1; i >= 0; i--) {
    path[i] = tag;
    tag = back[i * tags + tag]!;
  }
  return path;
};
