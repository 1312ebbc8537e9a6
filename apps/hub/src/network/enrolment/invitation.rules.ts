import { ENROLMENT_TRIES, INVITATION_DAYS, type InvitationState } from '@nmirf/contracts/network/enrolment';
import { Problem } from '@nmirf/platform/http/problem';

const DAY_MS = 86_400_000;

/** What the state of an invitation follows from. */
export interface InvitationFacts {
  readonly preparedBy: string;
  readonly issuedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly tries: number;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export function stateOfInvitation({ issuedAt, expiresAt, tries, usedAt, withdrawnAt }: InvitationFacts, now: Date): InvitationState {
  if (usedAt) return 'used';
  if (withdrawnAt) return 'withdrawn';
  if (!issuedAt || !expiresAt) return 'prepared';
  if (tries >= ENROLMENT_TRIES) return 'spent';
  return expiresAt <= now ? 'expired' : 'issued';
}

export const expiryOf = (issuedAt: Date): Date => new Date(issuedAt.getTime() + INVITATION_DAYS * DAY_MS);

/** An invitation leaves with two officers' word. Throws `invitation/not-prepared` and `invitation/second-officer-needed`. */
export function assertIssuable(invitation: InvitationFacts, officer: string, now: Date): void {
  if (stateOfInvitation(invitation, now) !== 'prepared') throw new Problem('invitation/not-prepared', 409);
  if (invitation.preparedBy === officer) throw new Problem('invitation/second-officer-needed', 403);
}

/** Throws `invitation/not-open` when nobody can use the invitation any more anyway. */
export function assertWithdrawable(invitation: InvitationFacts, now: Date): void {
  if (!['prepared', 'issued'].includes(stateOfInvitation(invitation, now))) throw new Problem('invitation/not-open', 409);
}
