import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { merge } from './merge.js';
import type { Span } from './span.js';

const span = (start: number, end: number, more: Partial<Span> = {}): Span => ({
  start,
  end,
  type: 'person',
  tier: 'auto',
  score: 1,
  by: 'x',
  why: 'x',
  ...more,
});

describe('merged spans', () => {
  it('hide overlaps together, under the strongest type', () => {
    const merged = merge([span(0, 10), span(5, 15, { type: 'email', validated: true })]);
    expect(merged).toEqual([expect.objectContaining({ start: 0, end: 15, type: 'email' })]);
  });
  it('leave of a flag what is not hidden', () => {
    const merged = merge([span(0, 20, { tier: 'flag', type: 'unknown' }), span(5, 8), span(12, 14)]);
    expect(merged.map(({ start, end, tier }) => [start, end, tier])).toEqual([
      [0, 5, 'flag'],
      [5, 8, 'auto'],
      [8, 12, 'flag'],
      [12, 14, 'auto'],
      [14, 20, 'flag'],
    ]);
  });
  it('keep notes of no length', () => expect(merge([span(0, 0, { tier: 'flag' }), span(0, 3)])).toHaveLength(2));

  const spans = fc.array(
    fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.constantFrom('auto', 'flag'), fc.boolean())
      .map(([start, length, tier, validated]) =>
        span(start, start + length, { tier: tier as Span['tier'], ...(validated ? { validated } : {}) }),
      ),
    { maxLength: 30 },
  );
  it('cover exactly what was covered, never overlap, and hide all that is automatic', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const merged = merge(all);
        const covers = (list: readonly Span[], at: number) => list.some(({ start, end }) => start <= at && at < end);
        const apart = merged.every(({ end }, i) => end <= (merged[i + 1]?.start ?? Infinity));
        const auto = (list: readonly Span[]) => list.filter(({ tier }) => tier === 'auto');
        for (let at = 0; at < 80; at++) {
          if (covers(all, at) !== covers(merged, at) || covers(auto(all), at) !== covers(auto(merged), at)) return false;
        }
        return apart;
      }),
    );
  });
});
