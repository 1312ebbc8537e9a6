import { equalBytes } from '#bytes';
import { nodeHash } from './tree.js';

/** Tree sizes come from strangers and may exceed 2^53, so proofs are checked in whole numbers of any size. */
export type Size = number | bigint;

export interface Inclusion {
  readonly index: Size;
  readonly size: Size;
  readonly leafHash: Uint8Array;
  /** Leaf to root. */
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the leaf stands at `index` in the tree of this size and root (RFC 9162 §2.1.3.2). */
export function verifyInclusion({ index, size, leafHash, proof, root }: Inclusion): boolean {
  let [at, last] = [BigInt(index), BigInt(size) - 1n];
  if (at < 0n || at > last || !areHashes([leafHash, root, ...proof])) return false;
  let hash = leafHash;
  for (const step of proof) {
    if (last === 0n) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(step, hash);
      [at, last] = skipRightEdge(at, last);
    } else {
      hash = nodeHash(hash, step);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n && equalBytes(hash, root);
}

export interface Consistency {
  readonly older: Size;
  readonly newer: Size;
  readonly olderRoot: Uint8Array;
  readonly newerRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the newer tree begins with the older one (RFC 9162 §2.1.4.2). A tree of no leaves proves nothing, so an `older` of 0 is
 * refused, whatever the proof.
 */
export function verifyConsistency({ older, newer, olderRoot, newerRoot, proof }: Consistency): boolean {
  const [first, second] = [BigInt(older), BigInt(newer)];
  if (first < 1n || first > second) return false;
  if (first === second) return proof.length === 0 && equalBytes(olderRoot, newerRoot);
  if (proof.length === 0 || !areHashes([olderRoot, newerRoot, ...proof])) return false;
  const isPerfect = (first & (first - 1n)) === 0n;
  const [start, ...steps] = isPerfect ? [olderRoot, ...proof] : proof;
  return climb({ first, second, start: start!, steps, olderRoot, newerRoot });
}

interface Climb {
  readonly first: bigint;
  readonly second: bigint;
  readonly start: Uint8Array;
  readonly steps: readonly Uint8Array[];
  readonly olderRoot: Uint8Array;
  readonly newerRoot: Uint8Array;
}

function climb({ first, second, start, steps, olderRoot, newerRoot }: Climb): boolean {
  let [at, last] = [first - 1n, second - 1n];
  while (isOdd(at)) [at, last] = [at >> 1n, last >> 1n];
  let [older, newer] = [start, start];
  for (const step of steps) {
    if (last === 0n) return false;
    if (isOdd(at) || at === last) {
      older = nodeHash(step, older);
      newer = nodeHash(step, newer);
      [at, last] = skipRightEdge(at, last);
    } else {
      newer = nodeHash(newer, step);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n && equalBytes(older, olderRoot) && equalBytes(newer, newerRoot);
}

/** On the right edge of the tree a subtree is carried up unpaired until it is a right child. */
function skipRightEdge(at: bigint, last: bigint): [bigint, bigint] {
  while (!isOdd(at) && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
  return [at, last];
}

const isOdd = (n: bigint): boolean => (n & 1n) === 1n;
const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every((hash) => hash.length === 32);
