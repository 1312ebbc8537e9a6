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
export const mayRelease = (
  { obstacles, digest }: Pick<Prepared, 'obstacles' | 'digest'>,
  { state, editedBy }: Candidate,
  { id, permissions }: PersonView,
): boolean =>
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

type GivenDecision = ReviewDecisions['decisions'][number];

/** A decision as the node keeps it: who made it, and who confirmed it where keeping something takes two. */
export interface KeptDecision extends GivenDecision {
  readonly by: string;
  readonly confirmedBy?: string;
}

/**
 * The decisions on a practice after `person` has spoken; the last word on a finding counts. Who says the same as another reviewer, that
 * something is kept, confirms it; anything else is a decision anew, and nobody has confirmed that.
 */
export const decided = (before: readonly KeptDecision[], given: readonly GivenDecision[], person: string): KeptDecision[] => {
  const kept = new Map(before.map((decision) => [decision.key, decision]));
  for (const decision of given) {
    const last = kept.get(decision.key);
    const isSame = last?.decision === 'allow' && decision.decision === 'allow';
    if (isSame && last.by !== person) kept.set(decision.key, { ...last, confirmedBy: person });
    else if (!isSame || last.reason !== decision.reason) kept.set(decision.key, { ...decision, by: person });
  }
  return [...kept.values()];
};

/** What counts of the decisions for a text that `editor` wrote last: nobody decides about their own text, also not beforehand. */
export const standing = (decisions: readonly KeptDecision[], editor: string) =>
  decisions
    .filter(({ by }) => by !== editor)
    .map(({ key, decision, reason, confirmedBy }) => ({
      ...{ key, decision, reason },
      confirmed: confirmedBy !== undefined && confirmedBy !== editor,
    }));

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
