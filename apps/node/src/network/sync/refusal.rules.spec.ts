import { describe, expect, it } from '@jest/globals';
import { languages } from '@nmirf/contracts/languages/language';
import { problemOf } from '@nmirf/federation/problems';
import { refusalIn, refusedWords } from './refusal.rules.js';

const place = { path: 'summary', code: 'gate/leak', language: 'fr', start: 9, end: 24, type: 'email' };
const problem = problemOf('anonymisation-refused', [place, { path: 'themes.1', code: 'gate/leak', language: 'en', start: 0, end: 3 }]);
const data = JSON.stringify({
  summary: {
    summary: [
      { language: 'en', text: 'nothing here' },
      { language: 'fr', text: 'Écrire à box@example.org.' },
    ],
    themes: ['Water', '912 345'],
  },
});

describe('a refusal of the hub', () => {
  it('says what stands at each place, from what the node itself has sent', () => {
    expect(refusedWords(data, problem)).toEqual(['box@example.org', '912']);
    expect(refusedWords(data, problemOf('anonymisation-refused', [{ path: 'report.policy', code: 'gate/policy-too-old' }]))).toEqual(['']);
    expect(refusedWords(data, problemOf('anonymisation-refused', [{ ...place, path: 'constructor.name' }]))).toEqual(['']);
  });

  it.each(languages)('is told in the language of its reader, with its places: %s', (language) => {
    const told = refusalIn(language, problem);
    expect(told.errors?.[0]).toMatchObject({ ...place, detail: expect.stringMatching(/\p{L}/u) });
    expect(told.title).not.toBe(problem.title);
    expect(told.detail).toBeTruthy();
  });
});
