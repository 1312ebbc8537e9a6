import type { MemberStatus } from '@nmirf/contracts/network/member-status';
import type { HubKeys, NodeKeys, Thresholds } from '@nmirf/contracts/network/governance';
import type { SourceId } from '@nmirf/contracts/network/names';
import { kidOf, parsePublicKey, sourceOfKid } from './keys.js';
import { keysOf, member } from './membership.js';
import type { KeyInterval, KeyUse, MemberState, Reason, Step, Trust } from './trust-state.js';

/** Why these keys cannot be taken in: not on the curve, twice the same, or known from anybody at any time. */
export function refusalOfKeys(
  trust: Pick<Trust, 'hub' | 'members'> | undefined,
  keys: readonly { readonly x: string }[],
): Reason | undefined {
  if (!keys.every((key) => parsePublicKey(key))) return 'bad-key';
  const taken = new Set(trust && [trust.hub, ...Object.values(trust.members)].flatMap((owner) => owner.keys.map(({ x }) => x)));
  const isNew = keys.every(({ x }) => !taken.has(x) && taken.add(x));
  return isNew ? undefined : 'key-in-use';
}

/** Intervals that open at `position` for a set of keys. */
export function openKeys(source: SourceId, keys: NodeKeys | HubKeys, position: number): KeyInterval[] {
  return Object.entries(keys).map(([use, key]) => ({ kid: kidOf(source, key), use: use as KeyUse, x: key.x, from: position }));
}

/** Ends the open intervals of these keys behind `position`. */
export const closeKeys = (keys: readonly KeyInterval[], position: number, uses?: readonly KeyUse[]): KeyInterval[] =>
  keys.map((key) => (key.to === undefined && (uses?.includes(key.use) ?? true) ? { ...key, to: position + 1 } : key));

export const putMember = (trust: Trust, changed: MemberState): Trust => ({
  ...trust,
  members: { ...trust.members, [changed.id]: changed },
});

export function putKeys(trust: Trust, source: string, keys: readonly KeyInterval[], step: Step): Trust {
  if (source === 'hub') return { ...trust, hub: { ...trust.hub, keys } };
  const owner = member(trust, source)!;
  return putMember(trust, { ...owner, keys, steps: [...owner.steps, step] });
}

const stepOf = { active: 'restored', suspended: 'suspended', left: 'left', revoked: 'revoked' } as const satisfies Record<
  MemberStatus,
  Step['what']
>;

/**
 * Gives a member a status: `active` from this leaf on, any other behind it. Who left or was revoked keeps no key and no seat in the
 * committee; the thresholds stay within the reach of those who remain.
 */
export function setStatus(trust: Trust, id: string, status: MemberStatus, position: number, proposal?: string): Trust {
  const changed = member(trust, id)!;
  const isMember = status === 'active' || status === 'suspended';
  const next = isMember ? trust : withoutSeat(trust, id, position);
  return putMember(next, {
    ...changed,
    statuses: [...changed.statuses, { status, from: status === 'active' ? position : position + 1 }],
    keys: isMember ? changed.keys : closeKeys(changed.keys, position),
    steps: [...changed.steps, { position, what: stepOf[status], ...(proposal !== undefined && { proposal }) }],
  });
}

function withoutSeat(trust: Trust, id: string, position: number): Trust {
  const { members, thresholds } = trust.committee;
  const rest = members.filter((seated) => seated !== id);
  if (rest.length === members.length) return trust;
  const reachable = Object.fromEntries(Object.entries(thresholds).map(([kind, needed]) => [kind, Math.min(needed, rest.length)]));
  return { ...trust, committee: { members: rest, thresholds: reachable as unknown as Thresholds, from: position } };
}

/**
 * Takes trust from a key from `distrustFrom` on, and from every key that it brought in by a rotation since then: a thief who
 * rotates gains nothing. Votes cast with such keys on proposals that are still open are dropped.
 */
export function distrust(trust: Trust, kid: string, distrustFrom: number, step: Step): Trust {
  const source = sourceOfKid(kid);
  const fallen = new Map([[kid, distrustFrom]]);
  const keys = keysOf(trust, source).map((key) => {
    const from = fallen.get(key.kid) ?? fallenWith(key, fallen);
    if (from === undefined) return key;
    fallen.set(key.kid, from);
    return { ...key, to: Math.min(key.to ?? Infinity, step.position + 1), distrustFrom: Math.min(key.distrustFrom ?? Infinity, from) };
  });
  return dropVotes(putKeys(trust, source, keys, step), fallen);
}

/** Keys stand in the order they were brought in, so one pass finds the whole line of descent. */
function fallenWith({ by, from }: KeyInterval, fallen: ReadonlyMap<string, number>): number | undefined {
  const since = by === undefined ? undefined : fallen.get(by);
  return since !== undefined && from >= since ? from : undefined;
}

function dropVotes(trust: Trust, fallen: ReadonlyMap<string, number>): Trust {
  const proposals = Object.entries(trust.proposals).map(([hash, proposal]) => {
    const votes = proposal.votes.filter(({ kid, position }) => position < (fallen.get(kid) ?? Infinity));
    return [hash, proposal.state === 'open' && votes.length < proposal.votes.length ? { ...proposal, votes } : proposal] as const;
  });
  return { ...trust, proposals: Object.fromEntries(proposals) };
}
