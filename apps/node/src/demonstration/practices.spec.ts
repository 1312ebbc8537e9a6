import { prepare } from '@nmirf/anonymisation/gate';
import { secondCheck } from '@nmirf/anonymisation/second-check';
import { createTranslator } from '@nmirf/languages/catalogue';
import { termKey } from '@nmirf/languages/terms';
import { describe, expect, it } from '@jest/globals';
import { demonstrationPractices } from './practices.js';
import { demonstrationRecommendations } from './recommendations.js';

const context = {
  region: 'europe',
  persons: [],
  publicNames: [],
  released: [],
  reviewers: ['R-7K3QD', 'R-2M9XA'],
  day: '2026-01-05',
} as const;

describe.each(['MAR', 'PRT', 'PRY'])('the demonstration practices of %s', (country) => {
  const paragraphs = demonstrationRecommendations(country).recommendations.map(({ paragraph }) => paragraph);

  it.each(demonstrationPractices(country).map((record) => [record.title[0]?.text, record] as const))(
    '%s leaves when a second person has read it',
    (_, record) => {
      const { findings } = prepare(record, [], context);
      const open = findings.filter(({ tier }) => tier === 'flag');
      expect(open.filter(({ why }) => why !== 'arabic-reading' && why !== 'few-alike').map(({ text }) => text)).toEqual([]);
      const decisions = open.map(({ key }) => ({ key, decision: 'allow' as const, reason: 'read', confirmed: true }));
      const { summary, report, obstacles, findings: found } = prepare(record, decisions, context);
      expect(obstacles).toEqual([]);
      if (summary === undefined || report === undefined) throw new Error('nothing would leave');
      expect(JSON.stringify(summary)).not.toContain('example.org');
      expect(secondCheck({ practice: '0198c0de-0000-4000-8000-000000000000', version: 1, summary, report })).toEqual([]);
      expect(summary.title).toHaveLength(2);
      expect(summary.results.length).toBeGreaterThan(0);
      expect(summary).toMatchObject({ themes: record.themes, bodies: record.bodies, recommendations: record.recommendations });
      expect(record.recommendations.filter(({ paragraph }) => !paragraphs.includes(paragraph))).toEqual([]);
      expect(record.recommendations).not.toEqual([]);
      expect(found.length).toBeGreaterThanOrEqual(0);
    },
  );
});

it('has none for other States', () => expect(demonstrationPractices('XXX')).toEqual([]));

it('is classed by terms that have a name in every language', () => {
  const has = createTranslator('ar', ['vocabulary']);
  const records = ['MAR', 'PRT', 'PRY'].flatMap(demonstrationPractices);
  const keys = records.flatMap(({ themes, bodies, affectedPersons }) => [
    ...themes.map((label) => termKey('theme', label)),
    ...bodies.map((label) => termKey('body', label)),
    ...affectedPersons.map((label) => termKey('group', label)),
  ]);
  const { recommendations } = demonstrationRecommendations('MAR');
  const themes = recommendations.flatMap((one) => one.themes.map((label) => termKey('theme', label)));
  const groups = recommendations.flatMap((one) => one.affectedPersons.map((label) => termKey('group', label)));
  expect([...keys, ...themes, ...groups].filter((key) => has(key) === key)).toEqual([]);
});
