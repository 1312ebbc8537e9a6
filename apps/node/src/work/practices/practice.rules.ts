import type { PersonView } from '@nmirf/contracts/identity/session';
import type { PracticeState } from '@nmirf/contracts/practices/authoring';
import { type PracticeDraftRecord, type PracticeRecord, practiceRecord } from '@nmirf/contracts/practices/record';
import { type Fault, Problem } from '@nmirf/platform/http/problem';
import { faultsOf } from '@nmirf/platform/http/validation';

export type Step = 'edit' | 'submit' | 'return' | 'release' | 'withdraw';

/** What a decision about a practice looks at. */
export interface Standing {
  readonly state: PracticeState;
  readonly authorId: string;
  readonly editedBy: string;
  readonly record: PracticeDraftRecord;
  /** Set while it is public. */
  readonly publicVersion: number | null;
}

interface Transition {
  readonly from: PracticeState;
  readonly to: PracticeState;
  readonly step: Step;
  /** The permission it asks for. */
  readonly by: string;
  readonly guard?: (practice: Standing, person: PersonView) => void;
}

/** Coordinators work on every practice, focal points on those they began. */
const assertOwn = ({ authorId }: Standing, { id, roles }: PersonView): void => {
  if (authorId === id || roles.includes('coordinator')) return;
  throw new Problem('practice/not-yours', 403);
};

/** Who wrote last does not decide what leaves: a second person does. */
export const assertSecondPerson = ({ editedBy }: Pick<Standing, 'editedBy'>, { id }: Pick<PersonView, 'id'>): void => {
  if (editedBy === id) throw new Problem('practice/second-person-needed', 403);
};

/** Whoever may release may also take back, alone: harm must not wait for a second person. */
const assertPublic = ({ publicVersion }: Standing): void => {
  if (publicVersion === null) throw new Problem('practice/not-public', 409);
};

const assertSubmittable = (practice: Standing, person: PersonView): void => {
  assertOwn(practice, person);
  complete(practice.record);
};

/** Every step there is. One that is not here is refused to everybody. An edit takes a practice back to draft, and so voids its review. */
export const transitions: readonly Transition[] = [
  { from: 'draft', to: 'draft', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'in-review', to: 'draft', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'released', to: 'draft', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'draft', to: 'in-review', step: 'submit', by: 'practice:write', guard: assertSubmittable },
  { from: 'in-review', to: 'draft', step: 'return', by: 'practice:review' },
  { from: 'in-review', to: 'released', step: 'release', by: 'practice:release', guard: assertSecondPerson },
  { from: 'withdrawn', to: 'draft', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'released', to: 'withdrawn', step: 'withdraw', by: 'practice:withdraw', guard: assertPublic },
  // The next version is being written while the last one is public: it goes on as the first version of another.
  { from: 'draft', to: 'draft', step: 'withdraw', by: 'practice:withdraw', guard: assertPublic },
  { from: 'in-review', to: 'in-review', step: 'withdraw', by: 'practice:withdraw', guard: assertPublic },
  // The hub sends back what it refuses; it stays so until it has been mended and goes to its reviewers again.
  { from: 'sent-back', to: 'sent-back', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'sent-back', to: 'in-review', step: 'submit', by: 'practice:write', guard: assertSubmittable },
  { from: 'sent-back', to: 'sent-back', step: 'withdraw', by: 'practice:withdraw', guard: assertPublic },
];

/** The state a step leads to. Throws `practice/step-not-open`, `access/denied` and the problems of the step's guard. */
export const stateAfter = (step: Step, practice: Standing, person: PersonView): PracticeState => {
  const transition = transitions.find((candidate) => candidate.step === step && candidate.from === practice.state);
  if (transition === undefined) throw new Problem('practice/step-not-open', 409);
  if (!person.permissions.includes(transition.by)) throw new Problem('access/denied', 403);
  transition.guard?.(practice, person);
  return transition.to;
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
