import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeLeaf, encodeLeaf, type Leaf, leafKindOf } from './leaf.js';

const leaf: Leaf = {
  kind: 'message',
  source: 'node:ma',
  epoch: 1,
  seq: 4_711,
  hash: new Uint8Array(32).fill(9),
  receivedMs: 1_795_443_600_000,
};

describe('a leaf', () => {
  it('is the text of the protocol', () => {
    expect(encodeLeaf(leaf)).toBe(`nmirf-leaf/v1\nmessage\nnode:ma 1 4711\n${Buffer.alloc(32, 9).toString('base64')}\n1795443600000\n`);
  });

  it('reads back, always within 512 bytes', () => {
    const whole = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    const source = fc.constantFrom('hub' as const, 'node:ma' as const, `node:${'a'.repeat(32)}` as const);
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const kinds = fc.constantFrom('message' as const, 'governance' as const);
    const time = fc.integer({ min: 0, max: 8.64e15 });
    fc.assert(
      fc.property(kinds, source, whole, whole, hash, time, (kind, from, epoch, seq, bytes, receivedMs) => {
        const text = encodeLeaf({ kind, source: from, epoch, seq, hash: bytes, receivedMs });
        expect(text.length).toBeLessThanOrEqual(512);
        const read = decodeLeaf(text);
        expect({ ...read, hash: [...read.hash] }).toEqual({ kind, source: from, epoch, seq, hash: [...bytes], receivedMs });
      }),
    );
  });

  it('says whether its message may change the membership', () => {
    expect(['practice.published.v1', 'node.key.rotated.v1', 'network.decision.v1', 'network.of.tomorrow.v9'].map(leafKindOf)).toEqual([
      ...['message', 'governance', 'governance', 'governance'],
    ]);
  });

  it('is nothing but that text', () => {
    const text = encodeLeaf(leaf);
    const broken = [
      '',
      text.slice(0, -1),
      `${text}\n`,
      text.replace('v1', 'v2'),
      text.replace('message', 'note'),
      text.replace('node:ma', 'node:m'),
      text.replace('node:ma', 'NODE:MA'),
      text.replace(' 1 ', ' 0 '),
      text.replace(' 1 ', ' 01 '),
      text.replace('4711', '0'),
      text.replace('4711', '9999999999999999'),
      text.replace('1795443600000', '9999999999999999'),
      text.replace('1795443600000', '8640000000000001'),
      text.replace('ma 1', 'ma  1'),
      text.replace(/\n(.{42}).=\n/, '\n$1B=\n'),
      text.replaceAll('\n', '\r\n'),
      `${text}${'x'.repeat(600)}`,
    ];
    for (const one of broken) expect(() => decodeLeaf(one)).toThrow('malformed');
  });
});
