import type { Thresholds } from '@nmirf/contracts/network/governance';
import { type DataOf, messageTypes } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import { sourceOfKid } from './keys.js';
import { epochAfter, keysOf, member, statusNow, takedowns } from './membership.js';
import { ownsItsKeys } from './possession.js';
import { closeKeys, distrust, openKeys, putMember, refusalOfKeys, setStatus } from './trust-changes.js';
import type { MemberState, ProposalState, ProposalType, Reason, Step, Trust } from './trust-state.js';

/** One kind of proposal: how many must agree, whom it is about, when it cannot be, and what it does. */
interface ProposalRule<Data> {
  readonly threshold: (data: Data) => keyof Thresholds;
  /** A committee member has no say in its own suspension or revocation. */
  readonly withoutSay: (data: Data) => string | undefined;
  /** Holds when it is proposed and once more when it takes effect. */
  readonly refusal: (trust: Trust, data: Data, position: number) => Reason | undefined;
  readonly apply: (trust: Trust, data: Data, position: number, proposal: string) => Trust;
}

const admission: ProposalRule<DataOf<'network.member.proposed.v1'>> = {
  threshold: () => 'admit',
  withoutSay: () => undefined,
  refusal: (trust, data) => {
    if (data.epoch !== epochAfter(trust, data.id)) return 'wrong-epoch';
    return refusalOfKeys(trust, Object.values(data.keys)) ?? (ownsItsKeys(data, trust.networkId) ? undefined : 'bad-possession');
  },
  apply: (trust, { id, mechanism, keys, epoch }, position, proposal) => {
    const known = member(trust, id);
    const step: Step = { position, what: known ? 'enrolled-again' : 'admitted', proposal };
    const base = known ? closedMember(known, position) : { since: position, statuses: [], keys: [], steps: [] };
    const isSuspended = base.statuses.at(-1)?.status === 'suspended';
    return putMember(trust, {
      ...{ id, mechanism, epoch, since: base.since },
      statuses: isSuspended ? base.statuses : [...base.statuses, { status: 'active', from: position }],
      keys: [...base.keys, ...openKeys(id, keys, position)],
      steps: [...base.steps, step],
    });
  },
};

const closedMember = (known: MemberState, position: number): MemberState => ({ ...known, keys: closeKeys(known.keys, position) });

const statusChange: ProposalRule<DataOf<'network.status.proposed.v1'>> = {
  threshold: ({ status }) => (status === 'revoked' ? 'revoke' : 'suspend'),
  withoutSay: ({ id, status }) => (status === 'active' ? undefined : id),
  refusal: (trust, { id, status }) => {
    const now = statusNow(trust, id);
    if (now === undefined) return 'unknown-member';
    if (now !== 'active' && now !== 'suspended') return 'not-a-member-now';
    if (status === 'revoked' && !canSpare(trust, id)) return 'threshold-out-of-reach';
    return now === status ? 'same-status' : undefined;
  },
  apply: (trust, { id, status }, position, proposal) => setStatus(trust, id, status, position, proposal),
};

/**
 * Whether the committee reaches each of its thresholds without this member. Else those who can revoke could lower the thresholds of
 * everything else: the committee is changed first. Whoever leaves by itself is not held back by this.
 */
function canSpare({ committee: { members, thresholds } }: Trust, id: string): boolean {
  return !members.includes(id as NodeId) || Math.max(...Object.values(thresholds)) < members.length;
}

const committeeChange: ProposalRule<DataOf<'network.committee.proposed.v1'>> = {
  threshold: () => 'committee',
  withoutSay: () => undefined,
  refusal: (trust, { committee, thresholds }) => {
    const isActive = committee.every((id) => statusNow(trust, id) === 'active');
    return isActive && isCommittee(committee, thresholds) ? undefined : 'bad-committee';
  },
  apply: (trust, { committee, thresholds }, position, proposal) => {
    const before = new Set<string>(trust.committee.members);
    const after = new Set<string>(committee);
    const changed = [...committee.filter((id) => !before.has(id)), ...trust.committee.members.filter((id) => !after.has(id))];
    return changed.reduce(
      (next, id) => addStep(next, id, { position, what: after.has(id) ? 'joined-committee' : 'left-committee', proposal }),
      { ...trust, committee: { members: committee, thresholds, from: position } } as Trust,
    );
  },
};

function addStep(trust: Trust, id: NodeId, step: Step): Trust {
  const changed = member(trust, id)!;
  return putMember(trust, { ...changed, steps: [...changed.steps, step] });
}

const hubChange: ProposalRule<DataOf<'network.hub.proposed.v1'>> = {
  threshold: () => 'committee',
  withoutSay: () => undefined,
  refusal: (trust, { keys }) => {
    const kept = openXs(trust);
    const chosen = Object.entries(keys);
    const isTwice = new Set(chosen.map(([, { x }]) => x)).size < chosen.length;
    return isTwice
      ? 'key-in-use'
      : refusalOfKeys(
          trust,
          chosen.filter(([use, { x }]) => kept.get(use) !== x).map(([, key]) => key),
        );
  },
  apply: (trust, { url, keys }, position) => {
    const kept = openXs(trust);
    const opened = openKeys('hub', keys, position).filter(({ use, x }) => kept.get(use) !== x);
    const closed = closeKeys(
      trust.hub.keys,
      position,
      opened.map(({ use }) => use),
    );
    // Who shares no key with the hub before it is another, and what was said to that one was not said to it.
    const before = opened.length < kept.size ? trust.hub.addresses.filter((address) => address !== url) : [];
    return { ...trust, hub: { url, addresses: [...before, url], keys: [...closed, ...opened] } };
  },
};

const openXs = (trust: Trust): Map<string, string> =>
  new Map(trust.hub.keys.filter(({ to }) => to === undefined).map(({ use, x }) => [use, x]));

const revocation: ProposalRule<DataOf<'network.key.revoked.v1'>> = {
  threshold: () => 'revoke',
  withoutSay: ({ kid }) => sourceOfKid(kid),
  refusal: refusalOfRevocation,
  apply: (trust, { kid, distrustFrom }, position, proposal) =>
    distrust(trust, kid, distrustFrom, { position, what: 'key-revoked', proposal }),
};

/** Why a key cannot be taken back. Without its `log` or `receipt` key the hub would be dumb: those are replaced first. */
export function refusalOfRevocation(
  trust: Trust,
  { kid, distrustFrom }: DataOf<'network.key.revoked.v1'>,
  position: number,
): Reason | undefined {
  const known = keysOf(trust, sourceOfKid(kid)).find((key) => key.kid === kid);
  if (!known) return 'unknown-key';
  if ((known.use === 'log' || known.use === 'receipt') && known.to === undefined) return 'hub-key-in-use';
  if ((known.distrustFrom ?? Infinity) <= distrustFrom) return 'revoked-already';
  return distrustFrom > position ? 'distrust-ahead' : undefined;
}

/** Erases content of a member. The membership stays as it is: whoever shows content reads what was accepted (`takedowns`). */
const takedown: ProposalRule<DataOf<'network.takedown.v1'>> = {
  threshold: () => 'suspend',
  withoutSay: ({ id }) => id,
  refusal: (trust, { id, subject }) => {
    if (!member(trust, id)) return 'unknown-member';
    return takedowns(trust).some((taken) => taken.id === id && taken.subject === subject) ? 'taken-down-already' : undefined;
  },
  apply: (trust) => trust,
};

const rules = {
  'network.member.proposed.v1': admission,
  'network.status.proposed.v1': statusChange,
  'network.committee.proposed.v1': committeeChange,
  'network.hub.proposed.v1': hubChange,
  'network.takedown.v1': takedown,
  'network.key.revoked.v1': revocation,
} as const satisfies { readonly [Type in ProposalType]: ProposalRule<DataOf<Type>> };

export const isProposalType = (type: string): type is ProposalType => Object.hasOwn(rules, type);
/** The data of every proposal has been parsed by its schema, so the rule of its type fits it. */
const ruleOf = (type: ProposalType): ProposalRule<unknown> => rules[type] as ProposalRule<unknown>;

/** Whether these thresholds can be reached by this committee, whose members are all different. */
export function isCommittee(ids: readonly NodeId[], thresholds: Thresholds): boolean {
  return new Set(ids).size === ids.length && Object.values(thresholds).every((needed) => needed <= ids.length);
}

/** Why a proposal cannot even be made, or undefined. */
export function refusalOfProposal(trust: Trust, proposal: ProposalState): Reason | undefined {
  const { type, data, position } = proposal;
  const refusal = ruleOf(type).refusal(trust, data, position);
  if (refusal) return refusal;
  return eligible(trust, proposal).length < needed(trust, proposal) ? 'threshold-out-of-reach' : undefined;
}

export const isWithoutSay = ({ type, data }: ProposalState, id: string): boolean => ruleOf(type).withoutSay(data) === id;

/** Applies a proposal that has just received a decision, when the decisions suffice, or closes it when they never can. */
export function settle(trust: Trust, proposal: ProposalState, position: number): Trust {
  const voters = eligible(trust, proposal);
  const counted = proposal.votes.filter(({ by }) => voters.includes(by));
  const approvals = counted.filter(({ by, decision }) => decision === 'approve' && statusNow(trust, by) === 'active');
  const rejections = counted.filter(({ decision }) => decision === 'reject');
  if (approvals.length >= needed(trust, proposal)) return takeEffect(trust, proposal, position);
  const isLost = voters.length - rejections.length < needed(trust, proposal);
  return putProposal(trust, isLost ? { ...proposal, state: 'rejected', settledAt: position } : proposal);
}

/** Looks at the open proposals once more when those who decide are others than before: what they have said may now be enough. */
export function resettle(before: Trust, trust: Trust, position: number): Trust {
  if (deciders(before) === deciders(trust)) return trust;
  return Object.keys(trust.proposals).reduce((next, hash) => {
    const proposal = next.proposals[hash]!;
    return proposal.state === 'open' && proposal.votes.length > 0 ? settle(next, proposal, position) : next;
  }, trust);
}

const deciders = (trust: Trust): string =>
  JSON.stringify([trust.committee.thresholds, trust.committee.members.map((id) => [id, statusNow(trust, id)])]);

function takeEffect(trust: Trust, proposal: ProposalState, position: number): Trust {
  const rule = ruleOf(proposal.type);
  const why = rule.refusal(trust, proposal.data, position);
  if (why) return putProposal(trust, { ...proposal, state: 'void', settledAt: position, why });
  return rule.apply(putProposal(trust, { ...proposal, state: 'accepted', settledAt: position }), proposal.data, position, proposal.hash);
}

export const putProposal = (trust: Trust, proposal: ProposalState): Trust => ({
  ...trust,
  proposals: { ...trust.proposals, [proposal.hash]: proposal },
});

/** How many of the committee must approve a proposal. */
export const needed = ({ committee }: Trust, { type, data }: Pick<ProposalState, 'type' | 'data'>): number =>
  committee.thresholds[ruleOf(type).threshold(data)];

/** Committee members that may still have a say: a suspended one may be restored, one that left or was revoked has no seat. */
function eligible(trust: Trust, proposal: ProposalState): NodeId[] {
  return trust.committee.members.filter((id) => !isWithoutSay(proposal, id));
}

/** The data of a governance message, or undefined when it does not fit its schema. */
export function dataOf<Type extends keyof typeof messageTypes>(type: Type, data: unknown): DataOf<Type> | undefined {
  const parsed = messageTypes[type].data.safeParse(data);
  return parsed.success ? (parsed.data as DataOf<Type>) : undefined;
}
