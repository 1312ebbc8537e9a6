import { FEATURES, featuresOf, wordHash, wordUse } from './features.js';
import { marginalsOf } from './marginals.js';
import { type Manifest, type PackedWeights, packedScores, unpack } from './model.js';
import { linesOf, type Token } from './tokens.js';

/** A run of tokens with the same tag. Offsets are UTF-16 units of the text that was tagged. */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** How likely each tag is at each token of one line: `tags` numbers a token. */
interface Judged {
  readonly line: readonly Token[];
  readonly shares: Float64Array;
}

/** Tokens from one place up to another that have the same tag, by its number. */
interface Run {
  readonly from: number;
  to: number;
  readonly tag: number;
}

const runsOf = (count: number, tagAt: (i: number) => number): Run[] => {
  const runs: Run[] = [];
  for (let i = 0; i < count; i++) {
    const tag = tagAt(i);
    const last = runs.at(-1);
    if (tag !== 0 && last?.to === i && last.tag === tag) last.to = i + 1;
    else if (tag !== 0) runs.push({ from: i, to: i + 1, tag });
  }
  return runs;
};

/** What a tagger makes of a text, to be read with more or less doubt. */
export class Judgement {
  constructor(
    private readonly lines: readonly Judged[],
    private readonly tags: readonly string[],
  ) {}

  /** The runs of tokens that are something at least as likely as the floor of what it is likeliest to be, each with that. */
  something(floorOf: (tag: string) => number): Tagged[] {
    const size = this.tags.length;
    const floors = this.tags.map(floorOf);
    return this.tagged(({ line, shares }) =>
      runsOf(line.length, (i) => {
        const tag = this.likeliest(shares, i * size);
        return 1 - shares[i * size]! >= floors[tag]! ? tag : 0;
      }),
    );
  }

  /**
   * The runs of tokens that may be `tag`, whatever else they may be: one of them as likely as `floor` says, the others as `reach`, for who
   * doubts one word of a name wants to see all of it.
   */
  only(tag: string, floor: number, reach: number): Tagged[] {
    const size = this.tags.length;
    const wanted = this.tags.indexOf(tag);
    return this.tagged(({ line, shares }) => {
      const isOver = (i: number, least: number): boolean => shares[i * size + wanted]! >= least;
      return runsOf(line.length, (i) => (isOver(i, reach) ? wanted : 0)).filter(({ from, to }) =>
        line.slice(from, to).some((_, i) => isOver(from + i, floor)),
      );
    });
  }

  /** How likely each token is `tag`, by where it begins. */
  shares(tag: string): ReadonlyMap<number, number> {
    const wanted = this.tags.indexOf(tag);
    return new Map(
      this.lines.flatMap(({ line, shares }) => line.map(({ start }, i) => [start, shares[i * this.tags.length + wanted]!] as const)),
    );
  }

  private likeliest(shares: Float64Array, at: number): number {
    let best = 1;
    for (let tag = 2; tag < this.tags.length; tag++) if (shares[at + tag]! > shares[at + best]!) best = tag;
    return best;
  }

  private tagged(runs: (judged: Judged) => Run[]): Tagged[] {
    return this.lines.flatMap((judged) =>
      runs(judged).map(({ from, to, tag }) => ({
        start: judged.line[from]?.start ?? 0,
        end: judged.line[to - 1]?.end ?? 0,
        tag: this.tags[tag] ?? '',
      })),
    );
  }
}

/** A conditional random field over hashed features with its weights in place. Pure: the same text gives the same judgement. */
export class Tagger {
  private readonly weights: PackedWeights;

  constructor(
    bytes: Int8Array,
    private readonly manifest: Pick<Manifest, 'tags' | 'bits' | 'step'>,
  ) {
    this.weights = unpack(bytes, manifest);
  }

  judge(text: string): Judgement {
    const { factors, vocabulary, tags } = this.weights;
    const lines = linesOf(text);
    const use = wordUse(lines);
    const judged = lines.map((line) => {
      const scores = packedScores(this.weights, featuresOf(line, use, this.manifest.bits, vocabulary), FEATURES);
      return { line, shares: marginalsOf(scores, factors, tags).node };
    });
    return new Judgement(judged, this.manifest.tags);
  }

  /** Whether a folded word was often seen in small letters in training: an ordinary word, whatever it begins with here. */
  isOrdinary(folded: string): boolean {
    // Each of the two sets has false members; hardly a word is a false member of both.
    const hash = wordHash(folded);
    return this.weights.vocabulary.isSmall(hash) && this.weights.vocabulary.isCommon(hash);
  }
}
