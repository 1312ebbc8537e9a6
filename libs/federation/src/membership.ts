import type { TakedownProposed } from '@nmirf/contracts/content/withdrawal';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { MemberStatus } from '@nmirf/contracts/network/member-status';
import type { NodeId } from '@nmirf/contracts/network/names';
import { sourceOfKid } from './keys.js';
import type { MessageKey } from './message.js';
import type { KeyInterval, KeyUse, MemberState, ProposalState, Step, Trust } from './trust-state.js';

/** A key interval that may sign messages. */
export type MessageKeyInterval = KeyInterval & MessageKey;

/** The key of a kid for a message at `position`; undefined when it is unknown, of another use, or not valid there. */
export function keyAt(trust: Trust, kid: string, position: number): MessageKeyInterval | undefined {
  const key = keyFor(trust, kid, position, 'msg') ?? keyFor(trust, kid, position, 'rec');
  return key as MessageKeyInterval | undefined;
}

/** The key of a kid at `position` for one use: `msg` also signs HTTP requests, `receipt` receipts, `wit` cosignatures. */
export function keyFor(trust: Trust, kid: string, position: number, use: KeyUse): KeyInterval | undefined {
  return keysOf(trust, sourceOfKid(kid)).find((key) => key.kid === kid && key.use === use && isGood(key, position));
}

/** Every key that ever belonged to a source, oldest first. */
export function keysOf(trust: Trust, source: string): readonly KeyInterval[] {
  return source === 'hub' ? trust.hub.keys : (member(trust, source)?.keys ?? []);
}

/** The keys of a source for one use that are good at `position`. */
export const goodKeys = (trust: Trust, source: string, use: KeyUse, position: number): KeyInterval[] =>
  keysOf(trust, source).filter((key) => key.use === use && isGood(key, position));

const isGood = ({ from, to = Infinity, distrustFrom = Infinity }: KeyInterval, position: number): boolean =>
  position >= from && position < Math.min(to, distrustFrom);

export const member = (trust: Trust, id: string): MemberState | undefined =>
  Object.hasOwn(trust.members, id) ? trust.members[id] : undefined;

/** Undefined before it is a member. */
export function statusAt(trust: Trust, id: string, position: number): MemberStatus | undefined {
  return member(trust, id)?.statuses.findLast(({ from }) => from <= position)?.status;
}

/** The hub always may; a node while it is active, and with its recovery key while it is suspended: a thief may be the reason. */
export function mayPublish(trust: Trust, source: string, position: number, use: MessageKey['use'] = 'msg'): boolean {
  const status = source === 'hub' ? 'active' : statusAt(trust, source, position);
  return status === 'active' || (status === 'suspended' && use === 'rec');
}

/** What a member is after everything this trust has seen. */
export const statusNow = (trust: Trust, id: string): MemberStatus | undefined => member(trust, id)?.statuses.at(-1)!.status;

/** The hub always may; a node while it is active or suspended. */
export const mayRead = (trust: Trust, source: string, position: number): boolean =>
  mayPublish(trust, source, position) || statusAt(trust, source, position) === 'suspended';

/** The epoch that the membership grants to a source: a member that lost all its keys goes on in the next one. */
export const epochOf = (trust: Trust, source: string): number => member(trust, source)?.epoch ?? 1;

/** The epoch in which a node can be proposed: its first, or the one after a member lost all its keys. */
export const epochAfter = (trust: Trust, id: string): number => (member(trust, id)?.epoch ?? 0) + 1;

/** A member as it stands after everything this trust has seen. */
export interface MemberNow {
  readonly id: NodeId;
  readonly mechanism: Mechanism;
  readonly status: MemberStatus;
  readonly committee: boolean;
  readonly epoch: number;
  readonly since: number;
  readonly keys: readonly KeyInterval[];
}

/** Every member there ever was, in the order of their ids. */
export function memberList(trust: Trust): MemberNow[] {
  const committee = new Set<string>(trust.committee.members);
  return Object.values(trust.members)
    .map(({ id, mechanism, statuses, epoch, since, keys }) => ({
      ...{ id, mechanism, epoch, since, keys },
      status: statuses.at(-1)!.status,
      committee: committee.has(id),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Why a member stands as it does: each step, with the proposal behind it, who decided and where in the log. */
export interface Explanation {
  readonly id: NodeId;
  readonly status: MemberStatus;
  readonly steps: readonly (Omit<Step, 'proposal'> & {
    readonly proposal?: Pick<ProposalState, 'hash' | 'type' | 'by' | 'position' | 'votes'>;
  })[];
}

/** Undefined for a node that never was a member. */
export function explain(trust: Trust, id: string): Explanation | undefined {
  const found = member(trust, id);
  return found && { id: found.id, status: found.statuses.at(-1)!.status, steps: found.steps.map((step) => explainStep(trust, step)) };
}

function explainStep({ proposals }: Trust, { position, what, proposal }: Step): Explanation['steps'][number] {
  if (proposal === undefined) return { position, what };
  const { hash, type, by, position: proposedAt, votes } = proposals[proposal]!;
  return { position, what, proposal: { hash, type, by, position: proposedAt, votes } };
}

/** A member, and for each of its keys that was taken back the position from which on nothing it signed is believed. */
export interface Disbelieved {
  readonly id: NodeId;
  readonly from: ReadonlyMap<string, number>;
}

/** The members one of whose keys was taken back by a message at one of these positions. */
export const disbelieved = ({ members }: Trust, positions: ReadonlySet<number>): Disbelieved[] =>
  Object.values(members)
    .filter(({ steps }) => steps.some(({ what, position }) => what === 'key-revoked' && positions.has(position)))
    .map(({ id, keys }) => ({
      id,
      from: new Map(keys.flatMap(({ kid, distrustFrom }) => (distrustFrom === undefined ? [] : [[kid, distrustFrom] as const]))),
    }));

/** A takedown that the committee has agreed to, and the position of the decision that sufficed. */
export interface AcceptedTakedown extends TakedownProposed {
  readonly position: number;
}

/** What the committee has taken down, in no particular order. */
export const takedowns = ({ proposals }: Trust): AcceptedTakedown[] =>
  Object.values(proposals)
    .filter(({ type, state }) => type === 'network.takedown.v1' && state === 'accepted')
    .map(({ data, settledAt }) => ({ ...(data as TakedownProposed), position: settledAt! }));
