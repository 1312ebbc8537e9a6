/** What a tagger adds up: a table of weights by slot and tag, and what it thinks of one tag after another. Tag 0 is "nothing". */
export interface Weights {
  readonly tags: number;
  readonly emission: ArrayLike<number>;
  /** From tag (row) to tag; the last row is for the beginning of a line. */
  readonly transition: ArrayLike<number>;
}

/** Each tag's score at each token, `tags` numbers a token. */
export const scoresOf = ({ tags, emission }: Pick<Weights, 'tags' | 'emission'>, features: Int32Array, each: number): Float64Array => {
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
