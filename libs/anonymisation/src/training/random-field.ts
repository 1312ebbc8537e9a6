import { random } from '../measure/random.js';
import { factorsOf, type Marginals, marginalsOf } from '../tagger/marginals.js';
import { scoresOf, type Weights } from '../tagger/weighing.js';

/** One line to learn from: its features and the right tag of each token. */
export interface Line {
  readonly features: Int32Array;
  readonly gold: Uint8Array;
  /** The tags its annotators used: a tag they did not use is neither taught nor untaught by it. */
  readonly allowed: readonly boolean[];
}

export interface Recipe {
  readonly tags: number;
  readonly bits: number;
  readonly each: number;
  readonly epochs: number;
  readonly seed: number;
  /** The length of a step at first; AdaGrad shortens it for each weight by how much it has moved. */
  readonly rate: number;
  /** How strongly a weight that is used is drawn back to zero. */
  readonly decay: number;
}

/** A probability that is so nearly right teaches nothing. */
const ENOUGH = 1e-3;
const NEVER = -1e4;

class Adaptive {
  readonly now: Float32Array;
  private readonly moved: Float32Array;
  private readonly sum: Float32Array;
  private sums = 0;

  constructor(
    size: number,
    private readonly rate: number,
    private readonly decay: number,
  ) {
    this.now = new Float32Array(size);
    this.moved = new Float32Array(size);
    this.sum = new Float32Array(size);
  }
  climb(at: number, slope: number): void {
    const drawn = slope - this.decay * this.now[at]!;
    const moved = (this.moved[at]! += drawn * drawn);
    this.now[at]! += (this.rate * drawn) / (1e-6 + Math.sqrt(moved));
  }
  remember(): void {
    this.sums += 1;
    for (let i = 0; i < this.sum.length; i++) this.sum[i]! += this.now[i]!;
  }
  mean(): Float64Array {
    return Float64Array.from(this.sum, (sum) => sum / this.sums);
  }
}

/**
 * A linear-chain conditional random field (Lafferty and others, 2001), trained by AdaGrad; what comes out is the mean of the second half
 * of the epochs. The same lines and recipe give the same weights, to the bit.
 */
export const train = (lines: readonly Line[], recipe: Recipe): Weights => {
  const { tags, bits, epochs, seed, rate, decay } = recipe;
  const emission = new Adaptive((1 << bits) * tags, rate, decay);
  const transition = new Adaptive((tags + 1) * tags, rate, 0);
  const next = random(seed);
  const order = lines.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (const at of order) {
      const line = lines[at];
      if (line) learn(line, recipe, emission, transition);
    }
    if (2 * (epoch + 1) > epochs) {
      emission.remember();
      transition.remember();
    }
  }
  return { tags, emission: emission.mean(), transition: transition.mean() };
};

const shuffle = (order: number[], next: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
};

const learn = (line: Line, { tags, each }: Recipe, emission: Adaptive, transition: Adaptive): void => {
  const { features, gold, allowed } = line;
  const scores = scoresOf({ tags, emission: emission.now }, features, each);
  for (let k = 0; k < scores.length; k++) if (allowed[k % tags] !== true) scores[k] = NEVER;
  const factors = factorsOf(transition.now);
  const marginals = marginalsOf(scores, factors, tags);
  for (let i = 0; i < gold.length; i++)
    for (let tag = 0; tag < tags; tag++) {
      const slope = (gold[i] === tag ? 1 : 0) - marginals.node[i * tags + tag]!;
      if (Math.abs(slope) < ENOUGH) continue;
      for (let f = i * each; f < (i + 1) * each; f++) emission.climb(features[f]! * tags + tag, slope);
    }
  const slopes = pairSlopes(gold, factors, marginals, tags);
  slopes.forEach((slope, k) => {
    if (slope !== 0) transition.climb(k, slope);
  });
};

/** How much more often one tag should follow another than the weights expect it to. */
const pairSlopes = (gold: Uint8Array, factors: Float64Array, { node, forward, backward, local, scale }: Marginals, tags: number) => {
  const out = new Float64Array(factors.length);
  for (let tag = 0; tag < tags; tag++) out[tags * tags + tag] = -node[tag]!;
  gold.forEach((right, i) => {
    out[(i === 0 ? tags : gold[i - 1]!) * tags + right]! += 1;
    if (i === 0) return;
    for (let tag = 0; tag < tags; tag++) {
      const there = (local[i * tags + tag]! * backward[i * tags + tag]!) / scale[i]!;
      for (let from = 0; from < tags; from++)
        out[from * tags + tag]! -= forward[(i - 1) * tags + from]! * factors[from * tags + tag]! * there;
    }
  });
  return out;
};
