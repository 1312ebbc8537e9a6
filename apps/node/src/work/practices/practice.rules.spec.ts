import { describe, expect, it } from '@jest/globals';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { practiceState } from '@nmirf/contracts/practices/authoring';
import { practiceDraftRecord } from '@nmirf/contracts/practices/record';
import { type Step, transitions } from '../../foundation/steps/steps.facade.js';
import { complete, faultsIn, type Standing, stateAfter, titleOf } from './practice.rules.js';

const text = (language: string, words: string) => ({ language, text: words });
const full = practiceDraftRecord.parse({
  originalLanguage: 'fr',
  country: 'MAR',
  title: [text('fr', 'Une liste unique'), text('ar', 'قائمة واحدة')],
  summary: [text('fr', 'Chaque recommandation a une institution responsable.')],
  buildingBlocks: [{ title: [text('fr', 'La liste')] }],
  type: 'procedure',
  stage: 'pilot',
  from: '2021-02-01',
});
const person = (id: string, ...permissions: string[]): PersonView => ({
  id,
  email: `${id}@example.org`,
  name: id,
  language: 'fr',
  roles: ['focal-point'],
  permissions,
});
const everything = ['practice:read', 'practice:write', 'practice:review', 'practice:release', 'practice:withdraw'];
const author = person('author', ...everything);
const colleague = { ...person('colleague', ...everything), roles: ['coordinator'] };
const practice = (state: Standing['state'], record = full): Standing => ({
  state,
  authorId: 'author',
  editedBy: 'author',
  record,
  publicVersion: 1,
});
const code = (expected: string): unknown => expect.objectContaining({ code: expected });

describe('the steps of a practice', () => {
  it.each([
    ['edit', 'draft', 'draft'],
    ['submit', 'draft', 'in-review'],
    ['edit', 'in-review', 'draft'],
    ['return', 'in-review', 'draft'],
    ['release', 'in-review', 'released'],
    ['edit', 'released', 'draft'],
    ['withdraw', 'released', 'withdrawn'],
    ['withdraw', 'draft', 'draft'],
    ['withdraw', 'in-review', 'in-review'],
    ['edit', 'withdrawn', 'draft'],
    ['edit', 'sent-back', 'sent-back'],
    ['submit', 'sent-back', 'in-review'],
    ['withdraw', 'sent-back', 'sent-back'],
  ] as const)('%s leads from %s to %s', (step, from, to) => expect(stateAfter(step, practice(from), colleague)).toBe(to));

  const steps: Step[] = ['edit', 'submit', 'return', 'release', 'withdraw'];
  const closed = steps.flatMap((step) =>
    practiceState.options
      .filter((from) => !transitions.some((open) => open.step === step && open.from === from))
      .map((from) => [step, from] as const),
  );
  it.each(closed)('%s is closed to everybody while it is %s', (step, from) => {
    expect(() => stateAfter(step, practice(from), colleague)).toThrow(code('practice/step-not-open'));
  });

  it.each(transitions.map(({ step, from }) => [step, from] as const))('%s while it is %s asks for its permission', (step, from) => {
    expect(() => stateAfter(step, practice(from), { ...colleague, permissions: [] })).toThrow(code('access/denied'));
  });

  it('are a focal point’s only on their own practice', () => {
    const other = person('other', ...everything);
    for (const step of ['edit', 'submit'] as const)
      expect(() => stateAfter(step, practice('draft'), other)).toThrow(code('practice/not-yours'));
  });

  it('have something to withdraw while something is public', () => {
    expect(() => stateAfter('withdraw', { ...practice('draft'), publicVersion: null }, colleague)).toThrow(code('practice/not-public'));
  });

  it('need a second person to release', () => {
    expect(() => stateAfter('release', practice('in-review'), author)).toThrow(code('practice/second-person-needed'));
  });
});

describe('a complete practice', () => {
  it('has its record', () => expect(complete(full)).toMatchObject({ from: '2021-02-01', internalNotes: '' }));

  it('names every field that is missing', () => {
    const empty = practiceDraftRecord.parse({ originalLanguage: 'es', country: 'PRY', results: [{ unit: 'percent', after: 80 }] });
    expect(faultsIn(empty).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['type', 'stage', 'from', 'title', 'summary', 'buildingBlocks', 'results.0.denominator']),
    );
    expect(() => complete(empty)).toThrow(code('practice/incomplete'));
  });

  it('is written in its original language', () => {
    const faults = faultsIn({ ...full, originalLanguage: 'ar' });
    expect(faults.map(({ path }) => path)).toEqual(['summary', 'buildingBlocks.0.title']);
  });
});

describe('the title of a list', () => {
  it('is the original’s, else any there is', () => {
    expect(titleOf(full)).toEqual({ title: 'Une liste unique', titleLanguage: 'fr' });
    expect(titleOf({ ...full, originalLanguage: 'pt' })).toEqual({ title: 'Une liste unique', titleLanguage: 'fr' });
    expect(titleOf({ ...full, title: [] })).toEqual({ title: '', titleLanguage: 'fr' });
  });
});
