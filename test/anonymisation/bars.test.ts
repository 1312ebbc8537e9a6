import { describe, expect } from '@jest/globals';
import { DEV_SETS, documentsOf } from '@nmirf/anonymisation/measure/dev-sets';
import { ours, withholding } from '@nmirf/anonymisation/measure/engine';
import type { Engine } from '@nmirf/anonymisation/measure/labelled';
import { plant } from '@nmirf/anonymisation/measure/planted';
import { type Measure, score, type Scores } from '@nmirf/anonymisation/measure/score';
import { it as itAlways } from '@jest/globals';
import { itWith, readShared } from '../harness/shared.js';

const folder = 'data/anonymisation';
const scoresOf = (name: string, engine: Engine): Scores => {
  const set = DEV_SETS.find((each) => each.name === name);
  if (!set) throw new Error(`no set ${name}`);
  const documents = documentsOf(set, readShared(`${folder}/${set.file}`).toString('utf8'));
  return score(
    documents,
    documents.map(({ text, language }) => engine(text, language)),
  );
};
const fileOf = (name: string): string => `${folder}/${DEV_SETS.find((each) => each.name === name)?.file ?? name}`;

type Bar = readonly [set: string, engine: Engine, bars: Partial<Record<Measure, number>>];

/**
 * What the dev parts must show: a point below the goal where it is reached, a point below what was measured where it is not. The figures
 * are those of `npm run bench:anonymisation`; a set whose goal is out of reach says so in the model card.
 */
const BARS: readonly Bar[] = [
  ['TAB dev', ours, { personsAuto: 96, personsPrecision: 84, directAutoOrFlag: 98.5, personsAutoOrFlag: 98.5 }],
  ['TAB dev', withholding('recall'), { directAuto: 98.5, quasiRecall: 91, maskedTokenPrecision: 64 }],
  ['TAB dev', withholding('precision'), { directAuto: 98.5, quasiRecall: 85, maskedTokenPrecision: 84 }],
  ['Presidio', ours, { contactsAuto: 98.5, contactsPrecision: 97, personsAuto: 75.4, personsAutoOrFlag: 97.2 }],
  ['ECHR fr manual', ours, { personsAuto: 94, personsPrecision: 84, personsAutoOrFlag: 98.5 }],
  ['ECHR fr reviewed', ours, { personsAuto: 94, personsPrecision: 84, personsAutoOrFlag: 98.5 }],
  ['ECHR fr projected', ours, { personsAuto: 91.8, personsAutoOrFlag: 94.7 }],
  ['ECHR es manual', ours, { personsAuto: 94, personsPrecision: 84, personsAutoOrFlag: 98.5 }],
  ['ECHR es reviewed', ours, { personsAuto: 94, personsPrecision: 84, personsAutoOrFlag: 98.5 }],
  ['ECHR es projected', ours, { personsAuto: 91, personsAutoOrFlag: 95 }],
  ['LeNER-Br dev', ours, { personsAuto: 94, personsPrecision: 84, personsAutoOrFlag: 98.5 }],
  ['ANERcorp last tenth', ours, { personsAuto: 80.5, personsPrecision: 73.7, personsAutoOrFlag: 96 }],
];
/** False flags in 100 words: one more than the goal. */
const FLAGS: Readonly<Record<string, number>> = {
  'LeNER-Br dev': 4,
  'TAB dev': 4,
  'ECHR fr manual': 4,
  'ECHR fr reviewed': 4,
  'ECHR es manual': 4,
  'ECHR es reviewed': 4,
  'ANERcorp last tenth': 9,
};

describe('the bars', () => {
  for (const [set, engine, bars] of BARS)
    itWith(fileOf(set))(`hold on ${set}: ${Object.keys(bars).join(', ')}`, () => {
      const scores = scoresOf(set, engine);
      for (const [measure, bar] of Object.entries(bars) as [Measure, number][])
        expect({ measure, reached: scores[measure].value >= bar, value: scores[measure].value }).toMatchObject({ measure, reached: true });
      expect(scores.falseFlags.value).toBeLessThanOrEqual(FLAGS[set] ?? Infinity);
    });

  itAlways('let no planted name past the node and the hub', () => {
    const figures = plant(12);
    expect(figures.reduce((sum, { planted }) => sum + planted, 0)).toBe(720);
    expect(figures.filter(({ past }) => past > 0)).toEqual([]);
  });
});
