import { describe, expect, it } from '@jest/globals';
import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import type { TFunction } from 'i18next';
import { recordErrors } from './record-errors.js';
import { emptyRecord } from './record-texts.js';

const keyOf = ((key: string) => key) as unknown as TFunction;

const record: PracticeRecord = {
  ...emptyRecord('en', 'MAR', '2026-11-23'),
  title: [{ language: 'en', text: 'A register', provenance: 'human' }],
};

const fieldsOf = (changes: Partial<PracticeRecord>): readonly string[] =>
  recordErrors({ ...record, ...changes }, keyOf).map(({ id }) => id);

describe('what keeps a record from being saved', () => {
  it('is nothing when it is whole', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it.each([
    ['title', { title: [{ language: 'fr' as const, text: 'Un registre', provenance: 'human' as const }] }],
    ['country', { country: '' }],
    ['from', { from: 'yesterday' }],
    ['contacts', { contacts: [{ name: '' }] }],
    ['contacts', { contacts: [{ name: 'Office', email: 'not an address' }] }],
    ['results', { results: [{ indicator: [], unit: 'count' as const, after: Number.NaN }] }],
    ['recommendations', { recommendations: [{ country: 'MAR', documentSymbol: '', paragraph: '' }] }],
    ['editor', { internalNotes: 'x'.repeat(50_001) }],
  ] as const)('leads to %s', (field, changes) => {
    expect(fieldsOf(changes as Partial<PracticeRecord>)).toEqual([field]);
  });
});
