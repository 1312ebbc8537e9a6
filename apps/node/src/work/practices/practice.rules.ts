import type { PersonView } from '@nmirf/contracts/identity/session';
import type { PracticeState } from '@nmirf/contracts/practices/authoring';
import { type PracticeDraftRecord, type PracticeRecord, practiceRecord } from '@nmirf/contracts/practices/record';
import { type Fault, Problem } from '@nmirf/platform/http/problem';
import { faultsOf } from '@nmirf/platform/http/validation';
import type { Standing as StandingOfWork, Step } from '../../foundation/steps/steps.facade.js';
import * as steps from '../../foundation/steps/steps.facade.js';

/** What a decision about a practice looks at. */
export interface Standing extends StandingOfWork {
  readonly record: PracticeDraftRecord;
}

/** The state a step leads to. Throws the problems of the steps, and `practice/incomplete` when it cannot be submitted yet. */
export const stateAfter = (step: Step, practice: Standing, person: PersonView): PracticeState => {
  const state = steps.stateAfter('practice', step, practice, person);
  if (step === 'submit') complete(practice.record);
  return state;
};

const required = (path: string): Fault => ({ path, code: 'field/required' });

/** What a record still lacks, each field by its path. Empty when it may be submitted. */
export const faultsIn = (draft: PracticeDraftRecord): Fault[] => {
  const parsed = practiceRecord.safeParse(draft);
  const faults = parsed.success ? [] : faultsOf(parsed.error.issues, draft);
  const inOriginal = (texts: PracticeDraftRecord['title']): boolean =>
    texts.some(({ language, text }) => language === draft.originalLanguage && text.trim() !== '');
  if (!inOriginal(draft.title)) faults.push(required('title'));
  if (!inOriginal(draft.summary)) faults.push(required('summary'));
  if (draft.buildingBlocks.length === 0) faults.push(required('buildingBlocks'));
  draft.buildingBlocks.forEach(({ title }, i) => {
    if (!inOriginal(title)) faults.push(required(`buildingBlocks.${String(i)}.title`));
  });
  draft.results.forEach(({ unit, denominator }, i) => {
    if (unit === 'percent' && denominator === undefined) faults.push(required(`results.${String(i)}.denominator`));
  });
  return faults;
};

/** The record, when it is complete. Throws `practice/incomplete`, which names every field that is not. */
export const complete = (draft: PracticeDraftRecord): PracticeRecord => {
  const faults = faultsIn(draft);
  if (faults.length > 0) throw new Problem('practice/incomplete', 422, {}, { errors: faults });
  return practiceRecord.parse(draft);
};

/** The title a list shows: the original language's, else any there is. */
export const titleOf = ({ title, originalLanguage }: PracticeDraftRecord) => {
  const [first] = title.filter(({ text }) => text.trim() !== '');
  const own = title.find(({ language, text }) => language === originalLanguage && text.trim() !== '') ?? first;
  // PostgreSQL's text takes every character but this one.
  return { title: (own?.text ?? '').replaceAll('\0', ''), titleLanguage: own?.language ?? originalLanguage };
};
