import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { verifyConsistency, verifyInclusion } from '@nmirf/federation/proof';
import {
  emptyRoot,
  Frontier,
  frontierNodes,
  leafHash,
  loadProof,
  nodeHash,
  nodesOf,
  planConsistency,
  planInclusion,
  proofOf,
} from '@nmirf/federation/tree';
import fc from 'fast-check';
import { itWith, readShared, readSharedJson, sharedFile } from '../harness/shared.js';

const VECTORS = 'vectors/rfc6962-merkle';
const base64 = (text: string | null) => Buffer.from(text ?? '', 'base64');

interface Verdict {
  readonly wantErr: boolean;
  readonly proof: string[] | null;
}

/** Every case below a folder; sizes beyond 2^53 are read as text and then as whole numbers. */
function cases<Case>(folder: string): (Case & Verdict & { readonly file: string })[] {
  const walk = (path: string): string[] =>
    readdirSync(sharedFile(path)!).flatMap((name) =>
      statSync(sharedFile(join(path, name))!).isDirectory() ? walk(join(path, name)) : [join(path, name)],
    );
  return walk(folder).map((file) => {
    const text = readShared(file).toString('utf8');
    const content = JSON.parse(text.replaceAll(/"(leafIdx|treeSize|size1|size2)": ([0-9]+)/g, '"$1": "$2"')) as Case & Verdict;
    return { ...content, file };
  });
}

describe('RFC 6962 known answers', () => {
  itWith(`${VECTORS}/reference-tree.json`)('gives the reference tree’s roots', () => {
    const reference = readSharedJson<Record<'leaf_inputs_hex' | 'root_hashes_hex_by_size', string[]> & Record<string, string>>(
      `${VECTORS}/reference-tree.json`,
    );
    let frontier = Frontier.empty();
    const roots = [
      frontier.root(),
      ...reference.leaf_inputs_hex.map((hex) => (frontier = frontier.append(leafHash(Buffer.from(hex, 'hex')))).root()),
    ];
    expect(roots.map((root) => Buffer.from(root).toString('hex'))).toEqual(reference.root_hashes_hex_by_size);
    expect(Buffer.from(leafHash('L123456')).toString('hex')).toBe(reference['leaf_hash_of_L123456_hex']);
    expect(Buffer.from(nodeHash(Buffer.from('N123'), Buffer.from('N456'))).toString('hex')).toBe(reference['node_hash_of_N123_N456_hex']);
  });

  itWith(VECTORS)('judges all 98 inclusion proofs', () => {
    const all = cases<Record<'leafIdx' | 'treeSize' | 'root' | 'leafHash', string>>(`${VECTORS}/inclusion`);
    const wrong = all.filter(({ leafIdx, treeSize, root, leafHash: hash, proof, wantErr }) => {
      const inclusion = {
        index: BigInt(leafIdx),
        size: BigInt(treeSize),
        leafHash: base64(hash),
        root: base64(root),
        proof: (proof ?? []).map(base64),
      };
      return verifyInclusion(inclusion) === wantErr;
    });
    expect(all).toHaveLength(98);
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  itWith(VECTORS)('judges all 98 consistency proofs', () => {
    const all = cases<Record<'size1' | 'size2' | 'root1' | 'root2', string>>(`${VECTORS}/consistency`);
    const wrong = all.filter(({ size1, size2, root1, root2, proof, wantErr }) => {
      const sizes = { older: BigInt(size1), newer: BigInt(size2) };
      return (
        verifyConsistency({ ...sizes, olderRoot: base64(root1), newerRoot: base64(root2), proof: (proof ?? []).map(base64) }) === wantErr
      );
    });
    expect(all).toHaveLength(98);
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

/** The tree by RFC 6962's own recursive definition, to compare with. */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0]!;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

const leavesOf = (size: number) => Array.from({ length: size }, (_, i) => leafHash(`leaf ${i}`));
const hashIn = (leaves: readonly Uint8Array[]) => (level: number, index: number) =>
  rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
const size = fc.integer({ min: 1, max: 300 });
const runs = { numRuns: 80 };
const flipped = (hash: Uint8Array, bit: number): Uint8Array =>
  hash.map((byte, i) => (i === (bit >> 3) % 32 ? byte ^ (1 << (bit & 7)) : byte));

describe('the tree', () => {
  it('grows to the root of the definition, leaf by leaf, at once, and from stored bytes', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (count, at) => {
        const leaves = leavesOf(count);
        const cut = Math.min(at, count);
        const part = Frontier.empty().appendAll(leaves.slice(0, cut));
        const before = part.toBytes();
        const whole = leaves.slice(cut).reduce((frontier, leaf) => frontier.append(leaf), Frontier.fromBytes(before));
        expect(Buffer.from(whole.root())).toEqual(Buffer.from(rootOf(leaves)));
        expect(whole.toBytes()).toEqual(Frontier.empty().appendAll(leaves).toBytes());
        expect(part.toBytes()).toEqual(before);
        const roots = frontierNodes(count).map(({ level, index }) => hashIn(leaves)(level, index));
        expect(Frontier.of(count, roots).toBytes()).toEqual(whole.toBytes());
      }),
      runs,
    );
  });

  it('refuses bytes that are no frontier', () => {
    const three = Frontier.empty().appendAll(leavesOf(3)).toBytes();
    for (const bytes of [three.slice(0, 7), three.slice(0, 40), three.slice(0, 71), Buffer.concat([three, Buffer.alloc(32)])]) {
      expect(() => Frontier.fromBytes(bytes)).toThrow(RangeError);
    }
  });

  it('proves every leaf to whoever has the root, and nothing else', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, at, bit) => {
        const leaves = leavesOf(count);
        const index = at % count;
        const proof = proofOf(planInclusion(index, count), hashIn(leaves));
        const inclusion = { index, size: count, leafHash: leaves[index]!, proof, root: rootOf(leaves) };
        expect(verifyInclusion(inclusion)).toBe(true);
        expect(verifyInclusion({ ...inclusion, leafHash: flipped(leaves[index]!, bit) })).toBe(false);
        expect(verifyInclusion({ ...inclusion, root: flipped(inclusion.root, bit) })).toBe(false);
        expect(verifyInclusion({ ...inclusion, index: index + count })).toBe(false);
        expect(verifyInclusion({ ...inclusion, index: -1 })).toBe(false);
        expect(verifyInclusion({ ...inclusion, proof: [...proof, leaves[0]!] })).toBe(false);
        const broken = proof.map((hash, i) => (i === bit % proof.length ? flipped(hash, bit) : hash));
        if (proof.length > 0) expect(verifyInclusion({ ...inclusion, proof: broken })).toBe(false);
      }),
      runs,
    );
  });

  it('proves that a larger tree begins with a smaller one, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, fc.nat(), async (one, other, bit) => {
        const [older, newer] = [Math.min(one, other), Math.max(one, other)];
        const leaves = leavesOf(newer);
        const plan = planConsistency(older, newer);
        const asked: string[] = [];
        const proof = await loadProof(plan, (level, index) => {
          asked.push(`${level}/${index}`);
          return Promise.resolve(hashIn(leaves)(level, index));
        });
        expect(asked).toEqual(nodesOf(plan).map(({ level, index }) => `${level}/${index}`));
        const consistency = { older, newer, olderRoot: rootOf(leaves.slice(0, older)), newerRoot: rootOf(leaves), proof };
        expect(verifyConsistency(consistency)).toBe(true);
        expect(verifyConsistency({ ...consistency, olderRoot: flipped(consistency.olderRoot, bit) })).toBe(false);
        expect(verifyConsistency({ ...consistency, newerRoot: flipped(consistency.newerRoot, bit) })).toBe(false);
        expect(verifyConsistency({ ...consistency, proof: [...proof, leaves[0]!] })).toBe(false);
        expect(verifyConsistency({ ...consistency, older: newer + 1 })).toBe(false);
      }),
      runs,
    );
  });

  it('of one size is consistent with itself alone', () => {
    const [one, other] = leavesOf(2) as [Uint8Array, Uint8Array];
    const same = { older: 1, newer: 1, olderRoot: one, newerRoot: one, proof: [] };
    expect(verifyConsistency(same)).toBe(true);
    expect(verifyConsistency({ ...same, newerRoot: other })).toBe(false);
    expect(verifyConsistency({ ...same, proof: [other] })).toBe(false);
    expect(verifyConsistency({ ...same, newer: 2 })).toBe(false);
    expect([leafHash('é'), emptyRoot]).toEqual([leafHash(Buffer.from('é')), Frontier.empty().root()]);
  });

  it('has no proof of a leaf that is not there, or of no leaves', () => {
    expect(() => planInclusion(3, 3)).toThrow(RangeError);
    expect(() => planInclusion(-1, 3)).toThrow(RangeError);
    expect(() => planConsistency(0, 3)).toThrow(RangeError);
    expect(() => planConsistency(4, 3)).toThrow(RangeError);
  });
});
