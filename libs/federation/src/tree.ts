import { concatBytes, utf8Bytes } from '#bytes';
import { sha256 } from '#crypto';

/** The Merkle tree of RFC 6962 §2.1 over the leaves of the log. */
const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);
const HASH = 32;

export const emptyRoot: Uint8Array = sha256(new Uint8Array());

/** SHA-256(0x00 ‖ leaf). */
export const leafHash = (leaf: string | Uint8Array): Uint8Array => sha256(LEAF, typeof leaf === 'string' ? utf8Bytes(leaf) : leaf);
/** SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(NODE, left, right);

/** The root over neighbouring subtrees, largest first. */
const fold = (roots: readonly Uint8Array[]): Uint8Array => roots.reduceRight((right, left) => nodeHash(left, right));

/**
 * The right edge of a tree: the roots of its perfect subtrees, largest first. Enough to add leaves and to know the root, in
 * 8 + 32 × log2(size) bytes. Immutable: `append` gives a new one.
 */
export class Frontier {
  private constructor(
    readonly size: number,
    private readonly roots: readonly Uint8Array[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** The frontier of a tree whose perfect subtrees are known: see `frontierNodes`. */
  static of(size: number, roots: readonly Uint8Array[]): Frontier {
    const isWhole = roots.length === frontierNodes(size).length && roots.every((root) => root.length === HASH);
    if (!isWhole) throw new RangeError('A frontier has one hash of 32 bytes for each bit of its size');
    return new Frontier(size, roots);
  }

  /** Reads what `toBytes` wrote. */
  static fromBytes(bytes: Uint8Array): Frontier {
    if (bytes.length < 8) throw new RangeError('A frontier begins with its size in 8 bytes');
    const size = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
    const roots = Array.from({ length: Math.ceil((bytes.length - 8) / HASH) }, (_, i) => bytes.slice(8 + i * HASH, 8 + (i + 1) * HASH));
    return Frontier.of(size, roots);
  }

  /** With one more leaf, given by its leaf hash. */
  append(hash: Uint8Array): Frontier {
    return this.appendAll([hash]);
  }

  /** With more leaves, in order, given by their leaf hashes. */
  appendAll(hashes: readonly Uint8Array[]): Frontier {
    const roots = [...this.roots];
    let size = this.size;
    for (const hash of hashes) {
      let root = hash;
      for (let row = size; row % 2 === 1; row = (row - 1) / 2) root = nodeHash(roots.pop()!, root);
      roots.push(root);
      size += 1;
    }
    return new Frontier(size, roots);
  }

  root(): Uint8Array {
    return this.size === 0 ? emptyRoot : fold(this.roots);
  }

  toBytes(): Uint8Array {
    const size = new Uint8Array(8);
    new DataView(size.buffer).setBigUint64(0, BigInt(this.size));
    return concatBytes(size, ...this.roots);
  }
}

/** A perfect subtree: `level` 0 is a leaf, and its leaves begin at `index` × 2^level. */
export interface NodeRef {
  readonly level: number;
  readonly index: number;
}

/** The perfect subtrees that make up a tree of `size` leaves, largest first. */
export const frontierNodes = (size: number): NodeRef[] => cover(0, size);

/** The perfect subtrees of the leaves [from, to), where `from` is a multiple of every power of two that fits between them. */
function cover(from: number, to: number): NodeRef[] {
  const nodes: NodeRef[] = [];
  for (let begin = from; begin < to;) {
    const { level, width } = largestWithin(to - begin);
    nodes.push({ level, index: begin / width });
    begin += width;
  }
  return nodes;
}

function largestWithin(count: number): { level: number; width: number } {
  let level = 0;
  let width = 1;
  while (width * 2 <= count) {
    width *= 2;
    level += 1;
  }
  return { level, width };
}

/** The hashes of a proof before they are loaded: each is the root over these subtrees, largest first. */
export type ProofPlan = readonly (readonly NodeRef[])[];

const split = (count: number): number => largestWithin(count - 1).width;

/** Which nodes an inclusion proof of leaf `index` in a tree of `size` leaves needs (RFC 6962 §2.1.1), leaf to root. */
export function planInclusion(index: number, size: number): ProofPlan {
  if (!(index >= 0 && index < size)) throw new RangeError('No such leaf');
  const plan: NodeRef[][] = [];
  for (let from = 0, to = size; to - from > 1;) {
    const middle = from + split(to - from);
    const isLeft = index < middle;
    plan.push(isLeft ? cover(middle, to) : cover(from, middle));
    if (isLeft) to = middle;
    else from = middle;
  }
  return plan.reverse();
}

/** Which nodes a consistency proof between two sizes of one tree needs (RFC 6962 §2.1.2). Sizes: 1 ≤ older ≤ newer. */
export function planConsistency(older: number, newer: number): ProofPlan {
  if (!(older >= 1 && older <= newer)) throw new RangeError('A consistency proof goes from at least one leaf to no fewer');
  const plan: NodeRef[][] = [];
  let from = 0;
  let to = newer;
  while (older < to) {
    const middle = from + split(to - from);
    const isLeft = older <= middle;
    plan.push(isLeft ? cover(middle, to) : cover(from, middle));
    if (isLeft) to = middle;
    else from = middle;
  }
  if (from > 0) plan.push(cover(from, to));
  return plan.reverse();
}

/** Every node that a plan needs, once: for loading them in one query. */
export function nodesOf(plan: ProofPlan): NodeRef[] {
  return plan.flat();
}

/** The proof, given the hash of each node its plan needs. */
export const proofOf = (plan: ProofPlan, hashOf: (level: number, index: number) => Uint8Array): Uint8Array[] =>
  plan.map((nodes) => fold(nodes.map(({ level, index }) => hashOf(level, index))));

/** The same where the hashes have to be waited for. */
export async function loadProof(plan: ProofPlan, hashOf: (level: number, index: number) => Promise<Uint8Array>): Promise<Uint8Array[]> {
  const known = new Map<string, Uint8Array>();
  for (const { level, index } of nodesOf(plan)) known.set(`${level}/${index}`, await hashOf(level, index));
  return proofOf(plan, (level, index) => known.get(`${level}/${index}`)!);
}
