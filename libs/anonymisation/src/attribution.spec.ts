import { describe, expect, it } from '@jest/globals';
import type { Language } from '@nmirf/contracts/languages/language';
import { practiceRecord, type PracticeRecord } from '@nmirf/contracts/practices/record';
import { type GateContext, prepare } from './gate.js';

const context: GateContext = { region: 'europe', persons: [], publicNames: [], released: [], reviewers: [] };
const text = (language: Language, words: string) => ({ language, text: words });
const recordOf = (attribution: 'mechanism' | 'region', language: Language, words: string, more: object = {}): PracticeRecord =>
  practiceRecord.parse({
    ...{ attribution, originalLanguage: language, country: 'PRT', type: 'procedure', stage: 'pilot', from: '2019-03-01' },
    ...{ title: [text(language, '2019')], summary: [text(language, words)], buildingBlocks: [{ title: [text(language, '1')] }] },
    ...more,
  });
const flaggedIn = (record: PracticeRecord): string[] =>
  prepare(record, [], context)
    .findings.filter(({ why }) => why === 'own-country')
    .map((finding) => finding.text);

describe('a practice that is attributed to its region only', () => {
  it('names no State, nor the recommendations that were made to it', () => {
    const recommendations = [{ country: 'PRT', documentSymbol: 'A/HRC/42/7', paragraph: '137.1' }];
    const record = recordOf('region', 'en', 'Portugal keeps one list.', { recommendations });
    const { summary } = prepare(record, [], context);
    expect(summary).toMatchObject({ region: 'europe', recommendations: [] });
    expect(summary).not.toHaveProperty('country');
    expect(flaggedIn(record)).toEqual(['Portugal']);
  });

  it.each([
    ['en', 'The Portuguese list is kept in one place.', 'Portuguese'],
    ['fr', 'La liste portugaise est tenue à jour.', 'portugaise'],
    ['es', 'La lista portuguesa se lleva en un lugar.', 'portuguesa'],
    ['pt', 'A lista portuguesa é mantida num só lugar.', 'portuguesa'],
    ['ar', 'تحفظ القائمة البرتغالية في مكان واحد.', 'البرتغالية'],
    ['en', 'See the report PRT of the list.', 'PRT'],
    ['en', 'The list is kept by the Comissão Nacional para os Direitos Humanos.', 'Comissão Nacional para os Direitos Humanos'],
  ] as const)('is asked about what gives the State away (%s): %s', (language, words, sign) => {
    const institutions = [{ name: 'Comissão Nacional para os Direitos Humanos', type: 'interministerial-body' }];
    expect(flaggedIn(recordOf('region', language, words, { institutions }))).toEqual([sign]);
    expect(flaggedIn(recordOf('mechanism', language, words, { institutions }))).toEqual([]);
  });

  it('publishes no theme that gives the State away', () => {
    const themesOf = (attribution: 'mechanism' | 'region') =>
      prepare(recordOf(attribution, 'en', '2019', { themes: ['Water', 'Portuguese water law'] }), [], context).summary?.themes;
    expect(themesOf('region')).toEqual(['Water']);
    expect(themesOf('mechanism')).toHaveLength(2);
  });
});
