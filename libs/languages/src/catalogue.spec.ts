import { describe, expect, it } from '@jest/globals';
import { createTranslator, problemTexts } from './catalogue.js';

describe('a translator', () => {
  it('answers in its own language, whatever others were made', () => {
    const french = createTranslator('fr', ['common']);
    const arabic = createTranslator('ar', ['common']);
    expect(french('library.search')).toBe('Rechercher');
    expect(arabic('library.search')).toBe('بحث');
  });

  it('knows the six plural forms of Arabic and writes Latin digits', () => {
    const translate = createTranslator('ar', ['common']);
    const forms = [0, 1, 2, 3, 11, 100].map((count) => translate('library.found', { count }));
    expect(new Set(forms).size).toBe(6);
    expect(forms[3]).toBe('3 ممارسات');
  });

  it('has the third form of French, Spanish and Portuguese', () => {
    expect(createTranslator('fr', ['common'])('library.found', { count: 2_000_000 })).toMatch(/de pratiques$/);
  });

  it('says several of nothing in Portugal, and one of nothing in France', () => {
    expect(createTranslator('pt', ['common'])('library.found', { count: 0 })).toBe('0 práticas');
    expect(createTranslator('fr', ['common'])('library.found', { count: 0 })).toBe('0 pratique');
  });

  it('looks in its areas in order, and shows a key nobody has', () => {
    const translate = createTranslator('en', ['hub', 'common']);
    expect(translate('members.title')).toBe('Members');
    expect(translate('library.search')).toBe('Search');
    expect(translate('no.such.key')).toBe('no.such.key');
  });
});

describe('texts of problems', () => {
  it('are a title and a detail', () => {
    expect(problemTexts('es', 'rate-limited')).toEqual({
      title: 'Demasiadas solicitudes',
      detail: 'Espere un momento e inténtelo de nuevo.',
    });
  });

  it('are absent for a code without texts', () => {
    expect(problemTexts('es', 'nobody/knows')).toBeUndefined();
  });
});
