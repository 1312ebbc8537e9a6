// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { Refusal } from '../steps/terminal.mjs';

const FOLDER = 'libs/anonymisation/src';
const HEAD = '// Written by `npm run bench:anonymisation -- --record`.';

/** @typedef {{ set: string, language: string, engine: string, copy: string, scores: import('@nmirf/anonymisation/measure/score').Scores }} Row */

/**
 * The share of all that several sets hold together, rounded down to a tenth of a per cent: a report promises no more than was measured.
 * @param {readonly Row[]} rows @param {'personsAutoOrFlag' | 'contactsAuto'} measure
 */
const together = (rows, measure) => {
  const figures = rows.map(({ scores }) => scores[measure]).filter(({ of }) => of > 0);
  const all = figures.reduce((sum, { of }) => sum + of, 0);
  if (all === 0) throw new Refusal(`Nothing measured for ${measure}: --record needs every set`);
  return Math.floor((figures.reduce((sum, { value, of }) => sum + value * of, 0) / all) * 10) / 10;
};

/**
 * Writes down what reports say of this engine: whole names hidden or flagged, contacts hidden. Sets that machines annotated do not count.
 * @param {readonly Row[]} rows @param {typeof import('@nmirf/anonymisation/engine')} engine
 * @param {typeof import('@nmirf/anonymisation/measure/engine-sources')} sources
 */
export const recordMeasured = (rows, { engineDigestOf }, { engineSources }) => {
  const own = rows.filter((row) => row.engine === 'this' && row.copy === 'as it is' && !/projected|WNUT/.test(row.set));
  const latin = own.filter(({ language, set }) => language !== 'ar' && set !== 'Presidio');
  const recall = {
    personsLatin: together(latin, 'personsAutoOrFlag'),
    personsArabic: together(
      own.filter(({ language }) => language === 'ar'),
      'personsAutoOrFlag',
    ),
    contacts: together(
      own.filter(({ set }) => set === 'Presidio'),
      'contactsAuto',
    ),
  };
  const { personsLatin, personsArabic, contacts } = recall;
  const { version } = JSON.parse(readFileSync('node_modules/libphonenumber-js/package.json', 'utf8'));
  const sources = engineSources(FOLDER, version);
  writeFileSync(`${FOLDER}/engine.gen.ts`, `${HEAD}\nexport const SOURCES = '${sources}';\n`);
  writeFileSync(
    `${FOLDER}/measured.gen.ts`,
    `${HEAD}
export const MEASURED = {
  engine: '${engineDigestOf(sources)}',
  cldr: '${process.versions['cldr'] ?? ''}',
  recall: { personsLatin: ${personsLatin}, personsArabic: ${personsArabic}, contacts: ${contacts} },
};
`,
  );
};
