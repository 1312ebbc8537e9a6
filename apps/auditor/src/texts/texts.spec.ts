import { describe, expect, it } from '@jest/globals';
import { languages } from '@nmirf/contracts/languages/language';
import { catalogues, speaker, terminalLanguage } from './texts.js';

const placeholders = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');

describe('the texts of the auditor', () => {
  it.each(languages)('say the same in %s, with the same placeholders', (language) => {
    const wrong = Object.entries(catalogues[language]).filter(
      ([key, text]) => text.trim() === '' || placeholders(text) !== placeholders(catalogues.en[key as keyof typeof catalogues.en]),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(catalogues[language]).sort()).toEqual(Object.keys(catalogues.en).sort());
  });

  it('set a no-break space in French before high punctuation and inside guillemets', () => {
    expect(Object.values(catalogues.fr).filter((text) => / [;:?!»%]|« /.test(text))).toEqual([]);
  });

  it('fill in what they are given', () => {
    expect(speaker('pt')('where.range', { position: 3, until: 9 })).toBe('posições 3 a 9');
  });

  it('come in the language of the terminal', () => {
    expect(terminalLanguage({ LANG: 'fr_FR.UTF-8' })).toBe('fr');
    expect(terminalLanguage({ LC_ALL: 'ar', LANG: 'fr_FR.UTF-8' })).toBe('ar');
    expect(terminalLanguage({ LC_ALL: '', LANG: 'C.UTF-8' })).toBe('en');
    expect(terminalLanguage({})).toBe('en');
  });
});
