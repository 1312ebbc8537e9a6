import { describe, expect, it } from '@jest/globals';
import { emptyRecord, textIn, toList, withText, writtenLanguages } from './record-texts.js';

describe('texts of a record', () => {
  it('change in one language at a time, and become a person’s own', () => {
    const texts = [
      { language: 'fr' as const, text: 'Titre', provenance: 'official' as const },
      { language: 'ar' as const, text: 'عنوان', provenance: 'machine' as const },
    ];
    const changed = withText(texts, 'ar', 'عنوان آخر');
    expect(textIn(changed, 'ar')).toBe('عنوان آخر');
    expect(changed.find((text) => text.language === 'ar')?.provenance).toBe('human');
    expect(changed.find((text) => text.language === 'fr')?.provenance).toBe('official');
  });

  it('leave the record when they are emptied', () => {
    expect(withText([{ language: 'pt', text: 'x', provenance: 'human' }], 'pt', '')).toEqual([]);
  });

  it('say which languages anything is written in', () => {
    const record = emptyRecord('es', 'PRY');
    const title = withText(record.title, 'es', 'Título');
    expect([...writtenLanguages({ ...record, title })]).toEqual(['es']);
  });

  it('are lists by line and by comma, also the Arabic one', () => {
    expect(toList(' Women\nChildren, Persons with disabilities ،\n\n')).toEqual(['Women', 'Children', 'Persons with disabilities']);
  });
});
