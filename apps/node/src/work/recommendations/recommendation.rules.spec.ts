import { describe, expect, it } from '@jest/globals';
import type { FoundRecommendation } from './import/found-recommendation.js';
import { contentDigest, difference, orderKey, type Standing } from './recommendation.rules.js';

const found: FoundRecommendation = {
  documentSymbol: 'A/HRC/59/15',
  paragraph: '140.7',
  text: 'Widen access to care (Peru);',
  recommendingStates: ['Peru'],
  position: 'supported',
  themes: ['Right to health'],
  affectedPersons: [],
  sdgs: [],
};
const review = { country: 'SVN', year: 2025 };
const standing = (one: FoundRecommendation): Standing => ({
  id: one.paragraph,
  paragraph: one.paragraph,
  contentDigest: contentDigest(one),
  orderKey: orderKey(one, review),
  createdAt: new Date(0),
});

describe('the place in a list', () => {
  const key = (paragraph: string, year?: number): string => orderKey({ ...found, paragraph }, { country: 'SVN', year });

  it('goes by the numbers of the paragraph', () => {
    expect(['140.10', '140.7', '6.2', '140.100'].sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(['6.2', '140.7', '140.10', '140.100']);
  });
  it('has the latest review first and those without a year last', () => {
    expect(key('1.1', 2025) < key('1.1', 2014) && key('1.1', 2014) < key('1.1')).toBe(true);
  });
});

describe('what a list adds and changes', () => {
  it('is nothing when it says the same', () => {
    expect(difference([found], [standing(found)], review)).toEqual({ added: [], changed: [], unchanged: 1 });
  });

  it.each<[string, Partial<FoundRecommendation>]>([
    ['text', { text: 'Widen access (Peru);' }],
    ['States', { recommendingStates: ['Peru', 'Chile'] }],
    ['position', { position: 'noted' }],
    ['source of the position', { positionSource: 'A/HRC/59/15/Add.1' }],
    ['heading', { primaryTheme: 'Right to health' }],
    ['themes', { themes: [] }],
    ['groups of persons', { affectedPersons: ['Children'] }],
    ['goals', { sdgs: ['3 - GOOD HEALTH AND WELL-BEING'] }],
  ])('is a change of %s', (_, other) => {
    const now = { ...found, ...other };
    expect(difference([now], [standing(found)], review)).toEqual({
      added: [],
      changed: [{ found: now, standing: standing(found) }],
      unchanged: 0,
    });
  });

  it('is what does not stand yet; what it leaves out stays', () => {
    const other = { ...found, paragraph: '140.8' };
    expect(difference([other], [standing(found)], review)).toEqual({ added: [other], changed: [], unchanged: 0 });
  });
});
