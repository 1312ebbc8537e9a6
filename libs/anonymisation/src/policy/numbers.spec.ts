import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPublishable, publishedFigures, publishedValue } from './numbers.js';
import { isAtLeast } from './policy.js';

describe('a published number', () => {
  it.each([
    ['count', 0, undefined, 0],
    ['count', 1, undefined, undefined],
    ['count', 9, undefined, undefined],
    ['count', 10, undefined, 10],
    ['count', 212, undefined, 210],
    ['count', 213, undefined, 215],
    ['percent', 83, 230, 85],
    ['percent', 83, undefined, undefined],
    ['percent', 83, 9, undefined],
    ['percent', 2, 100, undefined],
    ['percent', 0, 100, 0],
    ['percent', 101, 500, undefined],
    ['days', 31.4, undefined, 31],
    ['days', 31, 4, undefined],
    ['score', 3.14, 40, 3.1],
    ['score', 3, 2, undefined],
    ['count', -3, undefined, undefined],
    ['count', Infinity, undefined, undefined],
  ] as const)('%s %s of %s is %s', (unit, value, denominator, expected) => {
    expect(publishedValue(unit, value, denominator)).toBe(expected);
  });

  it('passes the hub’s check, whatever it was', () => {
    const unit = fc.constantFrom('count' as const, 'percent' as const, 'days' as const, 'score' as const);
    fc.assert(
      fc.property(unit, fc.double({ noNaN: true }), fc.option(fc.nat(1_000), { nil: undefined }), (kind, value, denominator) => {
        const published = publishedValue(kind, value, denominator);
        return published === undefined || isPublishable(kind, published);
      }),
    );
  });

  it('stands without its earlier value when that is too small', () => {
    const result = { indicator: [], unit: 'count' as const, before: 7, after: 40 };
    expect(publishedFigures(result)).toEqual({ after: 40 });
    expect(publishedFigures({ ...result, after: 4 })).toBeUndefined();
  });
});

describe('a policy', () => {
  it.each([
    ['1.0', '1.0', true],
    ['1.2', '1.1', true],
    ['2.0', '1.9', true],
    ['1.9', '1.10', false],
    ['0.9', '1.0', false],
    ['one', '1.0', false],
    ['1.0 ', '1.0', false],
  ])('%s is at least %s: %s', (version, oldest, expected) => expect(isAtLeast(version, oldest)).toBe(expected));
});
