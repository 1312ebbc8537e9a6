import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anonymityOf, generaliseTraits, type Level, type Traits } from './anonymity.js';

const plain: Traits = { year: 2019, themes: ['Water'], groups: ['Children'], institutions: ['police'], type: 'procedure' };
const like = (count: number, change: Partial<Traits> = {}): Traits[] =>
  Array.from({ length: count }, (_, i) => ({ ...plain, type: i === 0 ? 'training' : 'procedure', ...change }));

describe('practices that look alike', () => {
  it('are counted with the one in question, and by type', () => {
    expect(anonymityOf(plain, [], 0)).toEqual({ k: 1, l: 1 });
    expect(anonymityOf(plain, like(4), 0)).toEqual({ k: 5, l: 2 });
    expect(anonymityOf(plain, like(4, { type: 'procedure' }), 0)).toEqual({ k: 5, l: 1 });
  });

  it('are those that share a theme, a group and an institution: the combination that fewest share counts', () => {
    const own = { ...plain, themes: ['Water', 'Housing'] };
    expect(anonymityOf(own, like(6), 0).k).toBe(1);
    expect(anonymityOf(own, [...like(6), ...like(2, { themes: ['Housing'] })], 0).k).toBe(3);
  });

  it('tell that nothing is stated as much as what is stated', () => {
    expect(anonymityOf({ ...plain, groups: [] }, like(6), 0).k).toBe(1);
    expect(anonymityOf({ ...plain, groups: [] }, like(6, { groups: [] }), 0).k).toBe(7);
  });

  it.each<[Level, Partial<Traits>]>([
    [0, {}],
    [1, { year: 2016 }],
    [2, { year: 2016, institutions: ['judiciary'] }],
    [3, { year: 2016, institutions: ['judiciary'], groups: ['Women'] }],
  ])('make a practice as general as it takes to be one of eleven: level %i', (level, change) => {
    expect(generaliseTraits(plain, like(10, change), false)).toEqual({ level, k: 11, l: 2, enough: true });
  });

  it('are too few in a young corpus: then everything is made general, or kept as it is on the word of two', () => {
    expect(generaliseTraits(plain, like(3), false)).toEqual({ level: 3, k: 4, l: 2, enough: false });
    expect(generaliseTraits(plain, like(3), true)).toEqual({ level: 0, k: 4, l: 2, enough: false });
    expect(generaliseTraits(plain, like(12, { type: 'procedure' }), false)).toMatchObject({ level: 3, l: 1, enough: false });
  });

  it('never become fewer on the way to the next level', () => {
    const some = fc.subarray(['a', 'b', 'c']);
    const traits = fc.record({
      year: fc.integer({ min: 2010, max: 2020 }),
      themes: some,
      groups: some,
      institutions: some,
      type: fc.constantFrom('x', 'y'),
    });
    fc.assert(
      fc.property(traits, fc.array(traits, { maxLength: 30 }), (own, released) => {
        const ks = ([0, 1, 2, 3] as const).map((level) => anonymityOf(own, released, level).k);
        return ks.every((k, i) => i === 0 || k >= (ks[i - 1] ?? 0));
      }),
    );
  });
});
