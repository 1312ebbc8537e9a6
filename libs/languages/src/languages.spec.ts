import { describe, expect, it } from '@jest/globals';
import { languages } from '@nmirf/contracts/languages/language';
import { directionOf, isLanguage, languageTags, menuOrder, nativeNames, negotiateLanguage } from './languages.js';

describe('negotiation', () => {
  it.each([
    ['fr', 'fr'],
    ['pt-BR', 'pt'],
    ['de, es;q=0.4, ar;q=0.8', 'ar'],
    ['de-AT, *;q=0.1', 'en'],
    ['ES-PY', 'es'],
    ['fr;q=0, pt', 'pt'],
    ['fr;q=7, es;q=0.5', 'es'],
    ['', 'en'],
    [';;;,,,', 'en'],
    [`${'x,'.repeat(600)}fr`, 'en'],
    [undefined, 'en'],
  ])('of %s gives %s', (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  it('takes another fallback', () => {
    expect(negotiateLanguage('de', 'pt')).toBe('pt');
  });
});

describe('the languages', () => {
  it('each have a tag, a native name and a place in menus', () => {
    expect(Object.keys(languageTags).sort()).toEqual([...languages].sort());
    expect(Object.keys(nativeNames).sort()).toEqual([...languages].sort());
    expect([...menuOrder].sort()).toEqual([...languages].sort());
  });

  it('run from right to left in Arabic only', () => {
    expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
  });

  it('are told from everything else', () => {
    expect(['ar', 'de', undefined, 7].map(isLanguage)).toEqual([true, false, false, false]);
  });
});
