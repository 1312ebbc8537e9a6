import { zeroHash } from '@nmirf/contracts/network/names';
import { expect, it } from '@jest/globals';
import { expectedPlace } from './chain.js';

it('expects the next message in the epoch of the last, and the first in epoch 1', () => {
  expect(expectedPlace(undefined)).toEqual({ epoch: 1, seq: 1, prev: zeroHash });
  expect(expectedPlace({ epoch: 2, seq: 5, hash: 'a hash' })).toEqual({ epoch: 2, seq: 6, prev: 'a hash' });
});
