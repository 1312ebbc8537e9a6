import { describe, expect, it } from '@jest/globals';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { practiceRecord } from '@nmirf/contracts/practices/record';
import type { PracticeSummary } from '@nmirf/contracts/practices/summary';
import fc from 'fast-check';
import { digestOf } from './digest.js';
import { prepare } from './gate.js';
import { isPublicReference, secondCheck } from './second-check.js';

const text = (words: string) => ({ language: 'en' as const, text: words, provenance: 'human' as const });
const good = ((): PracticePublished => {
  const record = practiceRecord.parse({
    originalLanguage: 'en',
    country: 'PRT',
    title: [text('One list of recommendations')],
    summary: [text('Every recommendation has an owner, since 2019.')],
    buildingBlocks: [{ title: [text('The list')] }],
    type: 'procedure',
    stage: 'pilot',
    from: '2019-03-01',
    results: [{ indicator: [text('Owners')], unit: 'count', before: 20, after: 40 }],
  });
  const { summary, report } = prepare(record, [], { region: 'europe', persons: [], publicNames: [], released: [], reviewers: [] });
  if (!summary || !report) throw new Error('nothing would leave');
  return { practice: '0198c0de-0000-4000-8000-000000000000', version: 1, summary, report };
})();

/** The same practice with another summary, sealed as its sender would. */
const sealed = (change: Partial<PracticeSummary>): PracticePublished => {
  const summary = { ...good.summary, ...change };
  return { ...good, summary, report: { ...good.report, digest: digestOf(summary) } };
};
const codes = (published: PracticePublished): string[] => [...new Set(secondCheck(published).map(({ code }) => code))];

describe('the second check', () => {
  it('takes what the gate made', () => expect(secondCheck(good)).toEqual([]));

  it('refuses an old policy, one it does not know, another text, and a scan that was not clean', () => {
    const { policy } = good.report;
    expect(codes({ ...good, report: { ...good.report, policy: { ...policy, version: '0.9' } } })).toEqual(['gate/policy-too-old']);
    expect(codes({ ...good, report: { ...good.report, policy: { ...policy, version: '9.0' } } })).toEqual(['gate/policy-unknown']);
    expect(codes({ ...good, report: { ...good.report, policy: { ...policy, digest: good.report.digest } } })).toEqual([
      'gate/policy-unknown',
    ]);
    expect(codes({ ...good, summary: { ...good.summary, sdgs: [5] } })).toEqual(['gate/digest-differs']);
    expect(codes({ ...good, report: { ...good.report, leakScan: { clean: false } } })).toEqual(['gate/leak-scan-not-clean']);
  });

  it.each([
    ['an address', 'Write to box@example.org.', 'email'],
    ['a number', 'Call +351 912 345 678.', 'phone'],
    ['a long number nobody explains', 'Ask 444555666777.', 'phone'],
    ['an account', 'Pay to PT50000201231234567890154.', 'account'],
    ['a tax number', 'The holder of 529.982.247-25.', 'identifier'],
    ['a name after a title', 'With Mr Zork Blimfield.', 'person'],
    ['an exact date', 'Since 12 March 2024.', 'date'],
    ['a small group', 'With 3 women.', 'number'],
    ['a hidden address', 'Write to b\u200box＠example.org.', 'email'],
  ])('refuses %s, in any text, saying where and never what', (_, words, type) => {
    const places: readonly [string, Partial<PracticeSummary>][] = [
      ['title', { title: [text(words)] }],
      ['summary', { summary: [text(words)] }],
      ['buildingBlocks.0.description', { buildingBlocks: [{ title: [text('One')], description: [text(words)] }] }],
      ['results.0.indicator', { results: [{ indicator: [text(words)], unit: 'count', after: 40 }] }],
      ['themes.0', { themes: [words] }],
    ];
    for (const [path, change] of places) {
      const refusals = secondCheck(sealed(change));
      expect(refusals).toContainEqual(expect.objectContaining({ code: 'gate/leak', path, type, language: 'en' }));
      expect(JSON.stringify(refusals)).not.toMatch(/example|Zork|women/);
    }
  });

  it('looks at a term again where it was not clean, in another country, and beyond as many as it remembers', () => {
    const refused = (themes: readonly string[], country = 'PRT') => codes(sealed({ country, themes: [...themes] })).includes('gate/leak');
    for (let i = 0; i < 2; i++) expect([refused(['Ask 444555666777']), refused(['Water'])]).toEqual([true, false]);
    expect([refused(['Line 555 1234']), refused(['Line 555 1234'], 'ISL')]).toEqual([false, true]);
    const many = Array.from({ length: 1_100 }, (_, i) => `Water ${'x'.repeat(i)}`);
    for (let i = 0; i < 2; i++) expect([refused(many), refused([...many, 'Write to box@example.org'])]).toEqual([false, true]);
  });

  it('refuses numbers that are small or not rounded', () => {
    const result = { indicator: [text('Owners')], unit: 'count' as const, after: 40 };
    expect(codes(sealed({ results: [{ ...result, after: 7 }] }))).toEqual(['gate/small-number']);
    expect(codes(sealed({ results: [{ ...result, after: 41 }] }))).toEqual(['gate/small-number']);
    expect(codes(sealed({ results: [{ ...result, before: 3 }] }))).toEqual(['gate/small-number']);
    expect(codes(sealed({ results: [{ ...result, unit: 'percent', after: 83 }] }))).toEqual(['gate/small-number']);
    expect(codes(sealed({ results: [{ ...result, unit: 'days', after: 83 }] }))).toEqual([]);
  });

  it('refuses references to a person’s case', () => {
    expect(codes(sealed({ recommendations: [{ country: 'PRT', documentSymbol: 'CAT/C/60/D/123/2014', paragraph: '7' }] }))).toEqual([
      'gate/symbol-unknown',
    ]);
    expect(isPublicReference('A/HRC/42/7', '137.12')).toBe(true);
    expect(isPublicReference('CEDAW/C/PRT/CO/10', '23 (a)')).toBe(true);
    expect(isPublicReference('call +351912345678', '1')).toBe(false);
  });

  it('refuses a State that is named where only the region is to be', () => {
    const { country: _country, ...unnamed } = good.summary;
    const region = { ...unnamed, attribution: 'region' as const };
    const taken = (summary: PracticeSummary) => codes({ ...good, summary, report: { ...good.report, digest: digestOf(summary) } });
    expect(taken(region)).toEqual([]);
    expect(taken({ ...region, country: 'PRT' })).toEqual(['gate/attribution-differs']);
    const recommendations = [{ country: 'PRT', documentSymbol: 'A/HRC/42/7', paragraph: '137.1' }];
    expect(taken({ ...region, recommendations })).toEqual(['gate/attribution-differs']);
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (words) =>
        Array.isArray(secondCheck(sealed({ summary: [text(words)] }))),
      ),
    );
  });
});
