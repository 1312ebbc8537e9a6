import { contentSubject } from '@nmirf/contracts/content/withdrawal';
import { mechanism } from '@nmirf/contracts/members/mechanism';
import { type NodeId, nodeId, publicJwk } from '@nmirf/contracts/network/names';
import { thresholds } from '@nmirf/contracts/network/governance';
import { proposedStatus } from '@nmirf/contracts/network/member-status';
import type { ProposalView } from '@nmirf/contracts/network/proposals';
import { fingerprint, sourceOfKid } from '@nmirf/federation/keys';
import { isWithoutSay, needed, type ProposalState, statusAt, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { z } from 'zod';

/** What proposals of all kinds say about a member, as far as people are told. Each has passed the schema of its own type. */
const told = z.object({
  id: nodeId.optional(),
  kid: z.string().optional(),
  mechanism: mechanism.optional(),
  keys: z.object({ msg: publicJwk, log: publicJwk.optional() }).optional(),
  url: z.string().optional(),
  committee: z.array(nodeId).optional(),
  thresholds: thresholds.optional(),
  reason: z.string().optional(),
  subject: contentSubject.optional(),
  status: proposedStatus.optional(),
});

type Word = ProposalView['own'];

/** A proposal as `node` sees it. `sent`: a word of this node that is on its way and not in the log yet. */
export function present(trust: Trust, proposal: ProposalState, node: NodeId, sent: Word): ProposalView {
  const { hash, type, by, position, state, votes, data } = proposal;
  const { id, kid, mechanism: record, keys, reason, subject, status, ...asked } = told.parse(data);
  const about = id ?? (kid === undefined ? undefined : nodeId.safeParse(sourceOfKid(kid)).data);
  const own = votes.find((vote) => vote.by === node)?.decision ?? sent;
  return {
    ...{ hash, type, by, position, state, needed: needed(trust, proposal) },
    votes: votes.map((vote) => ({ by: vote.by, decision: vote.decision, position: vote.position })),
    open: own === undefined && refusalOfWord(trust, proposal, node) === undefined,
    ...(about !== undefined && { about }),
    ...(record && { mechanism: record }),
    ...(keys && !keys.log && { fingerprint: fingerprint(keys.msg) }),
    ...(keys?.log && asked.url !== undefined && { hub: { url: asked.url, fingerprint: fingerprint(keys.log) } }),
    ...(asked.committee && asked.thresholds && { committee: { members: asked.committee, thresholds: asked.thresholds } }),
    ...(reason !== undefined && { reason }),
    ...(subject !== undefined && { subject }),
    ...(status !== undefined && { status }),
    ...(own !== undefined && { own }),
  };
}

/** Whether a member sits on the executive committee and may speak there now. */
export const isInCommittee = (trust: Trust, node: NodeId): boolean =>
  trust.committee.members.includes(node) && statusAt(trust, node, Number.MAX_SAFE_INTEGER) === 'active';

/** Why this node has no word on a proposal; the log would refuse the message with the same reason (docs/protocol.md, Governance). */
export function refusalOfWord(trust: Trust, proposal: ProposalState, node: NodeId): string | undefined {
  if (!isInCommittee(trust, node)) return 'proposal/not-in-committee';
  if (proposal.state !== 'open') return 'proposal/settled';
  if (isWithoutSay(proposal, node)) return 'proposal/about-itself';
  return proposal.votes.some(({ by }) => by === node) ? 'proposal/decided-already' : undefined;
}

export function assertMayDecide(trust: Trust, proposal: ProposalState, node: NodeId): void {
  const refusal = refusalOfWord(trust, proposal, node);
  if (refusal !== undefined) throw new Problem(refusal, refusal === 'proposal/not-in-committee' ? 403 : 409);
}
