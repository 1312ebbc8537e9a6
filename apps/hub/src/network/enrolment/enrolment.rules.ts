import type { EnrolmentState } from '@nmirf/contracts/network/enrolment';
import type { ProposalState } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';

/** How many officers compare the fingerprint before the hub proposes a mechanism. */
export const OFFICERS = 2;

/** What the state of an enrolment follows from: the officers' words, and what the log says of the proposal. */
export interface EnrolmentFacts {
  readonly refusedAt: Date | null;
  readonly proposal: string | null;
  readonly approvedBy: readonly string[];
  readonly decided?: ProposalState['state'] | undefined;
}

const decidedState = { open: 'proposed', accepted: 'member', rejected: 'rejected', void: 'void' } as const;

export function stateOfEnrolment({ refusedAt, proposal, approvedBy, decided = 'open' }: EnrolmentFacts): EnrolmentState {
  if (refusedAt) return 'refused';
  if (proposal !== null) return decidedState[decided];
  return approvedBy.length >= OFFICERS ? 'approved' : 'waiting';
}

/** Throws `enrolment/not-waiting` and `enrolment/second-officer-needed`. */
export function assertApprovable(facts: EnrolmentFacts, officer: string): void {
  assertWaiting(facts);
  if (facts.approvedBy.includes(officer)) throw new Problem('enrolment/second-officer-needed', 403);
}

/** Throws `enrolment/not-waiting`. */
export function assertWaiting(facts: EnrolmentFacts): void {
  if (stateOfEnrolment(facts) !== 'waiting') throw new Problem('enrolment/not-waiting', 409);
}
