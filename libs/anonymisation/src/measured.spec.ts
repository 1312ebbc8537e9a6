import { describe, expect, it } from '@jest/globals';
import { ENGINE, engineDigest } from './engine.js';
import { MEASURED } from './measured.gen.js';

/** What a report tells of the engine; a point below the goals, or below what was reached where a goal is not. */
describe('the recorded measurement', () => {
  it('is of this engine: after a change, `npm run bench:anonymisation -- --record`', () => {
    expect(MEASURED.engine).toBe(engineDigest);
    expect(ENGINE.measured).toEqual(MEASURED.recall);
  });

  it('holds the bars', () => {
    const { personsLatin, personsArabic, contacts } = MEASURED.recall;
    expect(personsArabic).toBeGreaterThanOrEqual(96);
    expect(contacts).toBeGreaterThanOrEqual(98.5);
    // With HAREM, which mixes all kinds of texts, in it.
    expect(personsLatin).toBeGreaterThanOrEqual(89);
  });
});
