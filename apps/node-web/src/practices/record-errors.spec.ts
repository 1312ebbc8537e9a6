import { describe, expect, it } from '@jest/globals';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { TFunction } from 'i18next';
import { recordErrors } from './record-errors.js';
import { emptyBlock, emptyRecord } from './record-texts.js';

const keyOf = ((key: string) => key) as unknown as TFunction;

const record: PracticeDraftRecord = {
  ...emptyRecord('en', 'MAR'),
  type: 'procedure',
  stage: 'established',
  from: '2026-11-23',
  title: [{ language: 'en', text: 'A register', provenance: 'human' }],
  summary: [{ language: 'en', text: 'One register for all.', provenance: 'human' }],
  buildingBlocks: [{ ...emptyBlock, title: [{ language: 'en', text: 'A register', provenance: 'human' }] }],
};

const fieldsOf = (changes: Partial<PracticeDraftRecord>): readonly string[] =>
  recordErrors({ ...record, ...changes }, 'submit', keyOf).map(({ id }) => id);

describe('what keeps a record from being sent for review', () => {
  it('is nothing when it is whole', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it.each([
    ['title', { title: [{ language: 'fr' as const, text: 'Un registre', provenance: 'human' as const }] }],
    ['summary', { summary: [] }],
    ['buildingBlocks', { buildingBlocks: [] }],
    ['buildingBlocks', { buildingBlocks: [emptyBlock] }],
    ['results', { results: [{ indicator: [], unit: 'percent' as const, after: 5 }] }],
    ['country', { country: '' }],
    ['type', { type: undefined }],
    ['stage', { stage: undefined }],
    ['from', { from: undefined }],
    ['from', { from: 'yesterday' }],
    ['contacts', { contacts: [{ name: '' }] }],
    ['contacts', { contacts: [{ name: 'Office', email: 'not an address' }] }],
    ['results', { results: [{ indicator: [], unit: 'count' as const, after: Number.NaN }] }],
    ['recommendations', { recommendations: [{ country: 'MAR', documentSymbol: '', paragraph: '' }] }],
    ['editor', { internalNotes: 'x'.repeat(50_001) }],
  ] as const)('leads to %s', (field, changes) => {
    expect(fieldsOf(changes as Partial<PracticeDraftRecord>)).toEqual([field]);
  });
});

describe('what keeps a draft from being saved', () => {
  const saving = (changes: Partial<PracticeDraftRecord>): readonly string[] =>
    recordErrors({ ...emptyRecord('en', 'MAR'), ...changes }, 'save', keyOf).map(({ id }) => id);

  it('is not that something is still missing', () => {
    expect(saving({ contacts: [{ name: '' }], from: '2026-' })).toEqual([]);
  });

  it('is a text that is too long, or no State', () => {
    expect(saving({ internalNotes: 'x'.repeat(50_001) })).toEqual(['editor']);
    expect(saving({ country: '' })).toEqual(['country']);
  });
});
