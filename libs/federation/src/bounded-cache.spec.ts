import { expect, it } from '@jest/globals';
import { BoundedCache } from './bounded-cache.js';

it('remembers, and starts again when it is full', () => {
  const made: string[] = [];
  const cache = new BoundedCache(2, (key) => made.push(key) > 0 && key);
  for (const key of ['a', 'a', 'b', 'a', 'c', 'a']) expect(cache.get(key)).toBe(key);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
