import { expect, it } from '@jest/globals';
import { isFresh, makeNonce, NONCE_SECONDS } from './nonce.rules.js';

const secret = new Uint8Array(32).fill(7);
const random = new Uint8Array(12).fill(9);
const made = makeNonce(secret, 1_000, random);

it('is recognised until it ends', () => {
  expect(isFresh(secret, made, 1_000)).toBe(true);
  expect(isFresh(secret, made, 1_000 + NONCE_SECONDS - 1)).toBe(true);
  expect(isFresh(secret, made, 1_000 + NONCE_SECONDS)).toBe(false);
});

it('is nobody else’s, and no character of it can be changed', () => {
  expect(isFresh(new Uint8Array(32), made, 1_000)).toBe(false);
  expect(isFresh(secret, 'A', 1_000)).toBe(false);
  const changed = [...made].map((letter, i) => made.slice(0, i) + (letter === 'B' ? 'C' : 'B') + made.slice(i + 1));
  expect(changed.filter((nonce) => isFresh(secret, nonce, 1_000))).toEqual([]);
});
