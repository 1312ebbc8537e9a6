import type { Prepared } from '@nmirf/anonymisation/gate';
import { wordsToRemember } from '@nmirf/anonymisation/remembered-words';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
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

/** What the mechanism remembers and forgets after a reviewer's decisions. */
export interface Learned {
  readonly remember: ReadonlyMap<string, string>;
  readonly forget: readonly string[];
}

/**
 * The words a reviewer let through, each with the reason, and the words a reviewer hid. Only flags on words that nobody knew are learnt
 * from: a flag on a whole text or on something else is about that text alone.
 */
export const learnedFrom = (findings: readonly Finding[], { decisions }: ReviewDecisions): Learned => {
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  const remember = new Map<string, string>();
  const forget: string[] = [];
  for (const { key, decision, reason } of decisions) {
    const finding = byKey.get(key);
    if (finding?.tier !== 'flag' || finding.type !== 'unknown' || finding.start === finding.end) continue;
    for (const word of wordsToRemember(finding.text)) {
      if (decision === 'allow' && reason !== undefined && reason !== '') remember.set(word, reason);
      else if (decision !== 'allow') forget.push(word);
    }
  }
  return { remember, forget };
};
