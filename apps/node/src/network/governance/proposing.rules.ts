import type { DataOf } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import { refusalOfProposal, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { isInCommittee } from './proposal.rules.js';

/** What a committee member can propose at its node; the hub proposes admissions, and takedowns are proposed in the library. */
export type ProposableType = 'network.status.proposed.v1' | 'network.committee.proposed.v1' | 'network.hub.proposed.v1';

const WHY_NOT: Readonly<Record<string, string>> = {
  'unknown-member': 'proposal/unknown-member',
  'not-a-member-now': 'proposal/not-a-member-now',
  'same-status': 'proposal/same-status',
  'threshold-out-of-reach': 'proposal/threshold-out-of-reach',
  'bad-committee': 'proposal/bad-committee',
  'key-in-use': 'proposal/key-in-use',
  'bad-key': 'proposal/bad-key',
};

/** Throws unless `node` may propose this and the committee could decide it; the log would refuse the message as well. */
export function assertMayPropose<Type extends ProposableType>(trust: Trust, type: Type, data: DataOf<Type>, node: NodeId): void {
  if (!isInCommittee(trust, node)) throw new Problem('proposal/not-in-committee', 403);
  const open = Object.values(trust.proposals).filter((proposal) => proposal.type === type && proposal.state === 'open');
  if (open.some((proposal) => asksFor(proposal.data) === asksFor(data))) throw new Problem('proposal/made-already', 409);
  if (asksFor(data) === asksFor(standing(trust, data))) throw new Problem('proposal/nothing-to-change', 409);
  const proposal = { hash: '', type, by: node, position: trust.position + 1, data, votes: [], state: 'open' } as const;
  const refusal = refusalOfProposal(trust, proposal);
  if (refusal !== undefined) throw new Problem(WHY_NOT[refusal] ?? refusal, 409);
}

/** A committee as it is now, in the words of a proposal; of other kinds the log itself says that nothing would change. */
const standing = ({ committee: { members, thresholds } }: Trust, data: object): object =>
  'committee' in data ? { committee: members, thresholds } : {};

/** What a proposal asks for, without the reason and whatever order its seats are named in. */
function asksFor(data: unknown): string {
  const { reason: _, ...asked } = data as Readonly<Record<string, unknown>>;
  const committee = asked['committee'] as readonly string[] | undefined;
  const ordered = { ...asked, ...(committee && { committee: [...committee].sort() }) };
  return JSON.stringify(Object.entries(ordered).sort(([one], [other]) => (one < other ? -1 : 1)));
}
