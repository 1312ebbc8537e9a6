import type { Prepared } from '@nmirf/anonymisation/gate';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { Problem } from '@nmirf/platform/http/problem';

interface Candidate {
  readonly state: string;
  readonly editedBy: string;
  readonly publicId: string | null;
  readonly publicVersion: number | null;
}

/** Whether this person may release the practice now: nothing stands in the way, and somebody else wrote last. */
export const mayRelease = ({ obstacles, digest }: Prepared, { state, editedBy }: Candidate, { id, permissions }: PersonView): boolean =>
  obstacles.length === 0 && digest !== undefined && state === 'in-review' && editedBy !== id && permissions.includes('practice:release');

/**
 * The data of the message for a release that was approved with `digest`. A practice keeps its public id; its version grows by one.
 * Throws `practice/not-releasable` with every obstacle, and `practice/review-outdated` when the gate's answer is not what was approved.
 */
export const publicationOf = (prepared: Prepared, digest: string, candidate: Candidate, newId: () => string): PracticePublished => {
  const { summary, report, obstacles } = prepared;
  if (obstacles.length > 0 || summary === undefined || report === undefined) {
    throw new Problem('practice/not-releasable', 422, {}, { errors: obstacles.map(({ code, path }) => ({ code, path })) });
  }
  if (prepared.digest !== digest) throw new Problem('practice/review-outdated', 409);
  return { practice: candidate.publicId ?? newId(), version: (candidate.publicVersion ?? 0) + 1, summary, report };
};
