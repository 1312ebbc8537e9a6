import { describe, expect, it } from '@jest/globals';
import { digestOf } from '@nmirf/anonymisation/digest';
import { prepare } from '@nmirf/anonymisation/gate';
import { secondCheck } from '@nmirf/anonymisation/second-check';
import type { Language } from '@nmirf/contracts/languages/language';
import { practiceRecord, type PracticeRecord } from '@nmirf/contracts/practices/record';

const context = { region: 'africa', persons: [], publicNames: [], released: [], reviewers: [] } as const;
const text = (language: Language, words: string) => ({ language, text: words });
const recordOf = (language: Language, words: string): PracticeRecord =>
  practiceRecord.parse({
    originalLanguage: language,
    country: 'MAR',
    title: [text(language, '2019')],
    summary: [text(language, words)],
    buildingBlocks: [{ title: [text(language, '1')] }],
    type: 'procedure',
    stage: 'pilot',
    from: '2019-03-01',
    contacts: [{ name: 'Zorka Blimfield', email: 'zorka@example.org', phone: '+212 537 000 111' }],
  });

const PLANTED = /Zorka|Blimfield|زوركا|بليمفيلد|zorka@|537/;
const TEXTS = [
  ['en', 'The list is kept by Mrs Zorka Blimfield (zorka@example.org, +212 537 000 111) and helped three women.'],
  ['fr', 'La liste est tenue par Mme Zorka Blimfield (zorka@example.org, +212 537 000 111) et a aidé trois femmes.'],
  ['es', 'La lista la lleva la Sra. Zorka Blimfield (zorka@example.org, +212 537 000 111) y ayudó a tres mujeres.'],
  ['pt', 'A lista é mantida pela Sra. Zorka Blimfield (zorka@example.org, +212 537 000 111) e ajudou três mulheres.'],
  ['ar', 'تتولى السيدة زوركا بليمفيلد القائمة (zorka@example.org, +212 537 000 111) وساعدت ثلاث نساء.'],
] as const;

describe.each(TEXTS)('a practice with planted names (%s)', (language, words) => {
  const record = recordOf(language, words);

  it('leaves without them, and its report tells none of them', () => {
    const { summary, report, findings } = prepare(record, [], context);
    expect(JSON.stringify({ summary, report })).not.toMatch(PLANTED);
    expect(findings.map(({ type }) => type)).toEqual(expect.arrayContaining(['person', 'email', 'phone', 'number']));
    expect(report?.spans.find(({ type }) => type === 'person')?.masked).toBeGreaterThan(0);
  });

  it('cannot be approved while a reviewer keeps one', () => {
    const { findings } = prepare(record, [], context);
    const decisions = findings.map(({ key }) => ({ key, decision: 'allow' as const, reason: 'kept' }));
    expect(prepare(record, decisions, context).obstacles).toContainEqual(expect.objectContaining({ code: 'gate/hub-would-refuse' }));
  });

  it('is refused by the hub when the gate is gone round, with places and no words', () => {
    const { summary: clean, report } = prepare(record, [], context);
    if (!clean || !report) throw new Error('nothing would leave');
    const summary = { ...clean, summary: [{ ...text(language, words), provenance: 'human' as const }] };
    const practice = '0198c0de-0000-4000-8000-000000000000';
    const refused = secondCheck({ practice, version: 1, summary, report: { ...report, digest: digestOf(summary) } });
    expect(refused.map(({ type }) => type)).toEqual(expect.arrayContaining(['person', 'email', 'phone', 'number']));
    expect(refused.every(({ path, start = -1, end = -1 }) => path === 'summary' && start >= 0 && end > start)).toBe(true);
    expect(JSON.stringify(refused)).not.toMatch(PLANTED);
  });
});
