import { bestPath } from './decode.js';
import { FEATURES, featuresOf, wordHash, wordUse } from './features.js';
import { type Manifest, type PackedWeights, packedScores, unpack } from './model.js';
import { linesOf, type Token } from './tokens.js';

/** A run of tokens with the same tag. Offsets are UTF-16 units of the text that was tagged. */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** A text made ready once, to be tagged with more than one bias. */
interface Prepared {
  readonly line: readonly Token[];
  readonly features: Int32Array;
}

/** An averaged perceptron over hashed features with its weights in place. Pure: the same text gives the same tags. */
export class Tagger {
  private readonly weights: PackedWeights;

  constructor(
    bytes: Int8Array,
    private readonly manifest: Pick<Manifest, 'tags' | 'bits' | 'step'>,
  ) {
    this.weights = unpack(bytes, manifest);
  }

  /**
   * The tagged runs of a text for each bias. A bias is what is taken from "nothing" at every token, in the units of training: the larger,
   * the more is found and the more of it is wrong.
   */
  tag(text: string, biases: readonly number[]): Tagged[][] {
    const lines = linesOf(text);
    const use = wordUse(lines);
    const prepared = lines.map((line) => ({ line, features: featuresOf(line, use, this.manifest.bits, this.weights.vocabulary) }));
    return biases.map((bias) => prepared.flatMap((each) => this.runs(each, -bias / this.manifest.step)));
  }

  /** Whether a folded word was often seen in small letters in training: an ordinary word, whatever it begins with here. */
  isOrdinary(folded: string): boolean {
    // Each of the two sets has false members; hardly a word is a false member of both.
    const hash = wordHash(folded);
    return this.weights.vocabulary.isSmall(hash) && this.weights.vocabulary.isCommon(hash);
  }

  private runs({ line, features }: Prepared, bias: number): Tagged[] {
    const path = bestPath(this.weights, packedScores(this.weights, features, FEATURES, bias));
    const out: Tagged[] = [];
    for (let i = 0; i < path.length; i++) {
      const tag = path[i] ?? 0;
      if (tag === 0) continue;
      let last = i;
      while (path[last + 1] === tag) last += 1;
      out.push({ start: line[i]?.start ?? 0, end: line[last]?.end ?? 0, tag: this.manifest.tags[tag] ?? '' });
      i = last;
    }
    return out;
  }
}
