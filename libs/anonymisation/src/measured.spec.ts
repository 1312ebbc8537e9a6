import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { SOURCES } from './engine.gen.js';
import { ENGINE, engineDigest, engineDigestOf } from './engine.js';
import { engineSources } from './measure/engine-sources.js';
import { MEASURED } from './measured.gen.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const phones = JSON.parse(readFileSync(`${here}/../../../node_modules/libphonenumber-js/package.json`, 'utf8')) as { version: string };

/** What a report tells of the engine; a point below the goals, or below what was reached where a goal is not. */
describe('the recorded measurement', () => {
  it('is of this engine, all of it: after a change, `npm run bench:anonymisation -- --record`', () => {
    expect(SOURCES).toBe(engineSources(here, phones.version));
    expect(MEASURED.engine).toBe(engineDigestOf(SOURCES, MEASURED.cldr));
  });

  it('is told in reports where States and months are called as they were when it was made', () =>
    expect(ENGINE).toEqual({
      ...{ version: ENGINE.version, digest: engineDigest },
      ...(process.versions['cldr'] === MEASURED.cldr && { measured: MEASURED.recall }),
    }));

  it('holds the bars', () => {
    const { personsLatin, personsArabic, contacts } = MEASURED.recall;
    expect(personsArabic).toBeGreaterThanOrEqual(96);
    expect(contacts).toBeGreaterThanOrEqual(98.5);
    // With HAREM, which mixes all kinds of texts, in it.
    expect(personsLatin).toBeGreaterThanOrEqual(89);
  });
});
