import { random } from '../measure/random.js';
import { bestPath, scoresOf, type Weights } from '../tagger/decode.js';

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
  /** What leaving out a thing costs in training, and what a false alarm costs: the first is the larger, for recall comes first. */
  readonly missCost: number;
  readonly alarmCost: number;
}

class Averaged {
  readonly now: Float32Array;
  private readonly weighted: Float64Array;

  constructor(size: number) {
    this.now = new Float32Array(size);
    this.weighted = new Float64Array(size);
  }
  add(at: number, change: number, step: number): void {
    this.now[at]! += change;
    this.weighted[at]! += change * step;
  }
  mean(steps: number): Float64Array {
    return this.weighted.map((sum, i) => this.now[i]! - sum / steps);
  }
}

/** An averaged structured perceptron with costs. The same lines and recipe give the same weights, to the bit. */
export const train = (lines: readonly Line[], recipe: Recipe): Weights => {
  const { tags, bits, epochs, seed } = recipe;
  const emission = new Averaged((1 << bits) * tags);
  const transition = new Averaged((tags + 1) * tags);
  const weights: Weights = { tags, emission: emission.now, transition: transition.now };
  const next = random(seed);
  const order = lines.map((_, i) => i);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (const at of order) {
      const line = lines[at];
      if (!line) continue;
      const scores = scoresOf(weights, line.features, recipe.each);
      addCosts(scores, line, recipe);
      const path = bestPath(weights, scores, line.allowed);
      learn(line, path, recipe, emission, transition, step);
      step += 1;
    }
  }
  return { tags, emission: emission.mean(step), transition: transition.mean(step) };
};

const shuffle = (order: number[], next: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
};

const addCosts = (scores: Float64Array, { gold }: Line, { tags, missCost, alarmCost }: Recipe): void => {
  gold.forEach((right, i) => {
    for (let tag = 0; tag < tags; tag++) if (tag !== right) scores[i * tags + tag]! += right !== 0 && tag === 0 ? missCost : alarmCost;
  });
};

const learn = (line: Line, path: Uint8Array, { tags, each }: Recipe, emission: Averaged, transition: Averaged, step: number): void => {
  const { features, gold } = line;
  for (let i = 0; i < path.length; i++) {
    const [right, said] = [gold[i]!, path[i]!];
    const [rightBefore, saidBefore] = i === 0 ? [tags, tags] : [gold[i - 1]!, path[i - 1]!];
    if (right !== said || rightBefore !== saidBefore) {
      transition.add(rightBefore * tags + right, 1, step);
      transition.add(saidBefore * tags + said, -1, step);
    }
    if (right === said) continue;
    for (let f = i * each; f < (i + 1) * each; f++) {
      const row = features[f]! * tags;
      emission.add(row + right, 1, step);
      emission.add(row + said, -1, step);
    }
  }
};
