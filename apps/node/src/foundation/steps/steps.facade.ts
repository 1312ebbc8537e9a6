import type { PersonView } from '@nmirf/contracts/identity/session';
import type { PracticeState } from '@nmirf/contracts/practices/authoring';
import { Problem } from '@nmirf/platform/http/problem';

export type Step = 'edit' | 'submit' | 'return' | 'release' | 'withdraw';

/** What a mechanism writes for the network. Its problems begin with the kind: `practice/not-yours`, `resource/not-yours`. */
export type Kind = 'practice' | 'resource';

/** What a decision about a piece of work looks at. */
export interface Standing {
  readonly state: PracticeState;
  readonly authorId: string;
  readonly editedBy: string;
  /** Set while it is public. */
  readonly publicVersion: number | null;
}

type Guard = (kind: Kind, work: Standing, person: PersonView) => void;

interface Transition {
  readonly from: PracticeState;
  readonly to: PracticeState;
  readonly step: Step;
  /** The permission it asks for. */
  readonly by: string;
  readonly guard?: Guard;
}

const NOT_YOURS: Readonly<Record<Kind, string>> = { practice: 'practice/not-yours', resource: 'resource/not-yours' };

/** Coordinators work on everything, focal points on what they began. */
const assertOwn: Guard = (kind, { authorId }, { id, roles }) => {
  if (authorId === id || roles.includes('coordinator')) return;
  throw new Problem(NOT_YOURS[kind], 403);
};

/** Who wrote last does not decide what leaves: a second person does. */
export const assertSecondPerson = (kind: Kind, { editedBy }: Pick<Standing, 'editedBy'>, { id }: Pick<PersonView, 'id'>): void => {
  if (editedBy === id) throw new Problem(`${kind}/second-person-needed`, 403);
};

/** Whoever may release may also take back, alone: harm must not wait for a second person. */
const assertPublic: Guard = (kind, { publicVersion }) => {
  if (publicVersion === null) throw new Problem(`${kind}/not-public`, 409);
};

/** Every step there is. One that is not here is refused to everybody. An edit takes work back to draft, and so voids its review. */
export const transitions: readonly Transition[] = [
  { from: 'draft', to: 'draft', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'in-review', to: 'draft', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'released', to: 'draft', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'draft', to: 'in-review', step: 'submit', by: 'practice:write', guard: assertOwn },
  { from: 'in-review', to: 'draft', step: 'return', by: 'practice:review' },
  { from: 'in-review', to: 'released', step: 'release', by: 'practice:release', guard: assertSecondPerson },
  { from: 'withdrawn', to: 'draft', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'released', to: 'withdrawn', step: 'withdraw', by: 'practice:withdraw', guard: assertPublic },
  // The next version is being written while the last one is public: it goes on as the first version of another.
  { from: 'draft', to: 'draft', step: 'withdraw', by: 'practice:withdraw', guard: assertPublic },
  { from: 'in-review', to: 'in-review', step: 'withdraw', by: 'practice:withdraw', guard: assertPublic },
  // The hub sends back what it refuses; it stays so until it has been mended and goes to its reviewers again.
  { from: 'sent-back', to: 'sent-back', step: 'edit', by: 'practice:write', guard: assertOwn },
  { from: 'sent-back', to: 'in-review', step: 'submit', by: 'practice:write', guard: assertOwn },
  { from: 'sent-back', to: 'sent-back', step: 'withdraw', by: 'practice:withdraw', guard: assertPublic },
];

/** The state a step leads to. Throws `<kind>/step-not-open`, `access/denied` and the problems of the step's guard. */
export const stateAfter = (kind: Kind, step: Step, work: Standing, person: PersonView): PracticeState => {
  const transition = transitions.find((candidate) => candidate.step === step && candidate.from === work.state);
  if (transition === undefined) throw new Problem(`${kind}/step-not-open`, 409);
  if (!person.permissions.includes(transition.by)) throw new Problem('access/denied', 403);
  transition.guard?.(kind, work, person);
  return transition.to;
};
