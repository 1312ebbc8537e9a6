import { describe, expect, it } from '@jest/globals';
import { BETWEEN, countCharacters } from './facet-characters.js';

const texts = (...codes: number[][]): string => codes.map((each) => String.fromCodePoint(...each)).join(BETWEEN);

describe('what practices say, counted by character', () => {
  it('is nothing where there are none', () => {
    expect(countCharacters(null, 10)).toEqual({ hits: 0, counts: new Map() });
  });

  it('is how many have each number, the last of all characters included', () => {
    expect(countCharacters(texts([0xe000, 0xe001], [0xe001, 0x1_0000], [], [0x10_ffff, 0xe001]), 10)).toEqual({
      hits: 4,
      counts: new Map([
        [0xe000, 1],
        [0xe001, 3],
        [0x1_0000, 1],
        [0x10_ffff, 1],
      ]),
    });
  });

  it('is counted among the first alone, and tells how many there are', () => {
    expect(countCharacters(texts([0xe000], [0xe000], [0xe000, 0xe001]), 2)).toEqual({ hits: 3, counts: new Map([[0xe000, 2]]) });
  });
});
