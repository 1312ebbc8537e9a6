import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { batchesOf, MAX_BATCH, MAX_BATCH_BYTES } from './batches.js';
import { encodeLines } from './lines.js';
import { MAX_MESSAGE } from './message.js';

const messages = (...lengths: readonly number[]): { jws: string }[] => lengths.map((length) => ({ jws: 'a'.repeat(length) }));

describe('batches', () => {
  it('hold every message once, in order, and no more than a hub takes', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: MAX_MESSAGE }), { maxLength: 300 }), (lengths) => {
        const batches = batchesOf(messages(...lengths));
        expect(batches.flat().map(({ jws }) => jws.length)).toEqual(lengths);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(MAX_BATCH);
          expect(encodeLines(batch.map(({ jws }) => jws)).length).toBeLessThanOrEqual(MAX_BATCH_BYTES);
        }
      }),
      { numRuns: 20 },
    ));

  it('are as few as they can be', () => {
    expect(batchesOf([])).toEqual([]);
    expect(batchesOf(messages(...Array<number>(250).fill(5))).map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(batchesOf(messages(...Array<number>(100).fill(MAX_MESSAGE))).map(({ length }) => length)).toEqual([64, 36]);
  });
});
