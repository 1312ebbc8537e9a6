import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesOf } from './matches.js';

const PATTERNS = [/[\p{L}\p{M}]+/gu, /\d{1,3}(?=\s)/g, /\s*/g, /(?<=a)b|a/gi];

describe('the matches of a pattern', () => {
  it('are those of String.matchAll, on any text, one after another and again', () => {
    const texts = fc.array(fc.constantFrom('a', 'B', 'b', ' ', '7', 'é', 'ع', '\n'), { maxLength: 40 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom(...PATTERNS), (text, pattern) => {
        const plain = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => ({ at: match.index, match: [...match] }));
        expect(plain(matchesOf(text, pattern))).toEqual(plain(text.matchAll(new RegExp(pattern))));
        expect(plain(matchesOf(text, pattern))).toEqual(plain(text.matchAll(new RegExp(pattern))));
      }),
    );
  });
});
