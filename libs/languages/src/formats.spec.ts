import { describe, expect, it } from '@jest/globals';
import { languages } from '@nmirf/contracts/languages/language';
import { countryCodes, countryName, countryNamed } from './country-names.js';
import { formatsOf } from './formats.js';

describe('formats', () => {
  it.each(languages)('write Latin digits and the log’s time in %s', (language) => {
    const formats = formatsOf(language);
    expect(formats.dateTime('2026-11-23T23:59:00.000Z')).toMatch(/23.*2026.*23:59/);
    expect(formats.number(1_234)).toMatch(/^1\D?234$/u);
    expect(formats.percent(12.5)).toMatch(/12[.,]5/);
  });

  it('write languages small in a sentence and large where they stand alone', () => {
    const { languageName, languageLabel, languageList } = formatsOf('fr');
    expect(languageName('ar')).toBe('arabe');
    expect(languageLabel('ar')).toBe('Arabe');
    expect(languageList(['ar', 'fr'])).toBe('Arabe et français');
  });

  it('keep the time and its zone on one line', () => {
    expect(formatsOf('en').dateTime('2026-11-23T23:59:00.000Z')).toBe('23 November 2026 at 23:59\u00a0UTC');
  });

  it('are kept for each language', () => {
    expect(formatsOf('fr')).toBe(formatsOf('fr'));
  });
});

describe('names of States', () => {
  it('has one for each of the 195, in every language, and never a bare code', () => {
    expect(new Set(countryCodes).size).toBe(195);
    for (const language of languages) {
      for (const code of countryCodes) expect(countryName(code, language)).not.toMatch(/^[A-Z]{2,3}$/);
    }
  });

  it('follows the United Nations where the platform differs', () => {
    expect(countryName('PSE', 'ar')).toBe('دولة فلسطين');
    expect(countryName('CPV', 'en')).toBe('Cabo Verde');
    expect(countryName('MAR', 'pt')).toBe('Marrocos');
  });

  it('gives the code itself when it knows no State by it', () => {
    expect(countryName('XYZ', 'en')).toBe('XYZ');
  });

  it('finds each by its English name, whatever its apostrophe', () => {
    for (const code of countryCodes) expect(countryNamed(countryName(code, 'en'))).toBe(code);
    expect(countryNamed("Côte d'Ivoire")).toBe('CIV');
    expect(countryNamed('Nowhere')).toBeUndefined();
  });
});
