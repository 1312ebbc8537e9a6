import { describe, expect, it } from '@jest/globals';
import type { Finding } from '@nmirf/contracts/practices/authoring';
import { fieldOf, markOf, piecesOf, textAt } from './located.js';

const finding = (changes: Partial<Finding>): Finding => ({
  key: 'k',
  path: 'summary',
  language: 'en',
  start: 0,
  end: 1,
  text: 'x',
  type: 'date',
  tier: 'flag',
  by: 'pattern',
  why: 'date',
  ...changes,
});

describe('where a finding points', () => {
  const record = {
    summary: [
      { language: 'fr', text: 'Résumé' },
      { language: 'en', text: 'Summary' },
    ],
    buildingBlocks: [{ title: [{ language: 'en', text: 'Block' }] }],
  };

  it.each([
    ['summary', 'Summary'],
    ['summary.1.text', 'Summary'],
    ['/summary/1/text', 'Summary'],
    ['summary.en', 'Summary'],
    ['buildingBlocks.0.title', 'Block'],
    ['buildingBlocks[0].title', 'Block'],
    ['nothing.here', undefined],
  ])('reads %s', (path, text) => {
    expect(textAt(record, path, 'en')).toBe(text);
  });

  it('names the field without numbers or languages', () => {
    expect(fieldOf('buildingBlocks.0.title')).toBe('buildingBlocks-title');
    expect(fieldOf('/summary/1/text')).toBe('summary');
  });
});

describe('a text with findings', () => {
  it('is cut at them, and nothing is lost', () => {
    const pieces = piecesOf('On 12 March it began.', [finding({ start: 3, end: 11 }), finding({ start: 5, end: 8 })]);
    expect(pieces.map(({ text }) => text)).toEqual(['On ', '12 March', ' it began.']);
  });

  it('is not cut by a finding about the whole of it', () => {
    expect(piecesOf('نص كامل', [finding({ start: 0, end: 0 })])).toEqual([{ text: 'نص كامل' }]);
  });

  it('marks what will happen', () => {
    expect(markOf(finding({}))).toBe('flagged');
    expect(markOf(finding({ tier: 'auto', type: 'email' }))).toBe('masked');
    expect(markOf(finding({ tier: 'auto', type: 'date' }))).toBe('generalised');
    expect(markOf(finding({ decision: 'allow' }))).toBe('allowed');
    expect(markOf(finding({ decision: 'generalise' }))).toBe('generalised');
  });
});
