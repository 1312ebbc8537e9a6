import { describe, expect, it } from '@jest/globals';
import { emptyRecord, provenanceIn, textIn, toList, withText } from './record-texts.js';

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

  it.each([
    ['nowhere, where nothing is written', [], undefined],
    ['a person', ['official', 'human'], 'human'],
    ['a machine, as long as any of them does', ['human', 'machine'], 'machine'],
    ['an official version, when all do', ['official', 'official'], 'official'],
  ] as const)('come from %s', (_, [title, summary], from) => {
    const text = (provenance: 'official' | 'human' | 'machine' | undefined) =>
      provenance === undefined ? [] : [{ language: 'es' as const, text: 'Texto', provenance }];
    expect(provenanceIn({ ...emptyRecord('es', 'PRY'), title: text(title), summary: text(summary) }, 'es')).toBe(from);
  });

  it('are lists by line; a term may have commas', () => {
    expect(toList(' Women\nEconomic, social and cultural rights \n\n')).toEqual(['Women', 'Economic, social and cultural rights']);
  });
});
