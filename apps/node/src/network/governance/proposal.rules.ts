import { contentSubject } from '@nmirf/contracts/content/withdrawal';
import { mechanism } from '@nmirf/contracts/members/mechanism';
import { type NodeId, nodeId, publicJwk } from '@nmirf/contracts/network/names';
import { proposedStatus, type ProposalView, type StatusProposal } from '@nmirf/contracts/network/proposals';
import { fingerprint, sourceOfKid } from '@nmirf/federation/keys';
import { isWithoutSay, needed, type ProposalState, refusalOfProposal, statusAt, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { z } from 'zod';

/** What proposals of all kinds say about a member, as far as people are told. Each has passed the schema of its own type. */
const told = z.object({
  id: nodeId.optional(),
  kid: z.string().optional(),
  mechanism: mechanism.optional(),
  keys: z.object({ msg: publicJwk }).optional(),
  reason: z.string().optional(),
  subject: contentSubject.optional(),
  status: proposedStatus.optional(),
});

type Word = ProposalView['own'];

/** A proposal as `node` sees it. `sent`: a word of this node that is on its way and not in the log yet. */
export function present(trust: Trust, proposal: ProposalState, node: NodeId, sent: Word): ProposalView {
  const { hash, type, by, position, state, votes, data } = proposal;
  const { id, kid, mechanism: record, keys, reason, subject, status } = told.parse(data);
  const about = id ?? (kid === undefined ? undefined : nodeId.safeParse(sourceOfKid(kid)).data);
  const own = votes.find((vote) => vote.by === node)?.decision ?? sent;
  return {
    ...{ hash, type, by, position, state, needed: needed(trust, proposal) },
    votes: votes.map((vote) => ({ by: vote.by, decision: vote.decision, position: vote.position })),
    open: own === undefined && refusalOfWord(trust, proposal, node) === undefined,
    ...(about !== undefined && { about }),
    ...(record && { mechanism: record }),
    ...(keys && { fingerprint: fingerprint(keys.msg) }),
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

const STATUS_CHANGE = 'network.status.proposed.v1';
const WHY_NOT: Readonly<Record<string, string>> = {
  'unknown-member': 'proposal/unknown-member',
  'not-a-member-now': 'proposal/not-a-member-now',
  'same-status': 'proposal/same-status',
  'threshold-out-of-reach': 'proposal/threshold-out-of-reach',
};

/** Throws unless `node` may propose this and the committee could decide it; the log would refuse the message as well. */
export function assertMayProposeStatus(trust: Trust, data: StatusProposal, node: NodeId): void {
  if (!isInCommittee(trust, node)) throw new Problem('proposal/not-in-committee', 403);
  const asked = Object.values(trust.proposals).filter(({ type, state }) => type === STATUS_CHANGE && state === 'open');
  if (asked.some(({ data: other }) => (other as StatusProposal).id === data.id && (other as StatusProposal).status === data.status))
    throw new Problem('proposal/made-already', 409);
  const proposal = { hash: '', type: STATUS_CHANGE, by: node, position: trust.position + 1, data, votes: [], state: 'open' } as const;
  const refusal = refusalOfProposal(trust, proposal);
  if (refusal !== undefined) throw new Problem(WHY_NOT[refusal] ?? refusal, 409);
}
