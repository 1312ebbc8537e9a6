import type { Decision, Thresholds } from '@nmirf/contracts/network/governance';
import type { MemberStatus } from '@nmirf/contracts/network/member-status';
import type { NodeId, SourceId } from '@nmirf/contracts/network/names';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';

/**
 * Who is a member, with which keys and which rights: a pure function of the log, and plain data that JSON can carry.
 * What a message grants counts from its own leaf; what it takes ends behind its own leaf, which is itself still good.
 */
export interface Trust {
  /** The hash of leaf 0. */
  readonly networkId: string;
  readonly name: string;
  readonly origin: string;
  /** The last governance message that was looked at. */
  readonly position: number;
  readonly hub: HubState;
  readonly committee: CommitteeState;
  readonly members: Readonly<Record<string, MemberState>>;
  /** By message hash. */
  readonly proposals: Readonly<Record<string, ProposalState>>;
  /** Governance messages that break a rule and changed nothing, newest last; the last 1,000. */
  readonly ignored: readonly Ignored[];
}

export type KeyUse = 'msg' | 'wit' | 'rec' | 'receipt' | 'log';

/** A key is good for messages at the positions [from, to), and at none from `distrustFrom` on. */
export interface KeyInterval {
  readonly kid: string;
  readonly use: KeyUse;
  readonly x: string;
  readonly from: number;
  readonly to?: number;
  readonly distrustFrom?: number;
  /** The key that brought this one in by a rotation. */
  readonly by?: string;
}

export interface MemberState {
  readonly id: NodeId;
  readonly mechanism: Mechanism;
  readonly epoch: number;
  /** The position from which it is a member. */
  readonly since: number;
  readonly statuses: readonly { readonly status: MemberStatus; readonly from: number }[];
  readonly keys: readonly KeyInterval[];
  readonly steps: readonly Step[];
}

/** One thing that happened to a member, and the proposal behind it. */
export interface Step {
  readonly position: number;
  readonly what: StepKind;
  readonly proposal?: string;
}
export type StepKind =
  | 'founded'
  | 'admitted'
  | 'enrolled-again'
  | 'suspended'
  | 'restored'
  | 'revoked'
  | 'left'
  | 'key-rotated'
  | 'key-revoked'
  | 'joined-committee'
  | 'left-committee';

export interface HubState {
  readonly url: string;
  /** Where this hub, with one of its keys at least, has been reached so far, and `url` last: whoever was away knows an older one. */
  readonly addresses: readonly string[];
  readonly keys: readonly KeyInterval[];
}

export interface CommitteeState {
  readonly members: readonly NodeId[];
  readonly thresholds: Thresholds;
  readonly from: number;
}

export interface Vote {
  readonly by: NodeId;
  readonly kid: string;
  readonly decision: Decision['decision'];
  readonly position: number;
}

export type ProposalType =
  | 'network.member.proposed.v1'
  | 'network.status.proposed.v1'
  | 'network.committee.proposed.v1'
  | 'network.hub.proposed.v1'
  | 'network.takedown.v1'
  | 'network.key.revoked.v1';

/** `void`: agreed to, but its conditions no longer held at the position of the last decision (`why`). */
export interface ProposalState {
  readonly hash: string;
  readonly type: ProposalType;
  readonly by: SourceId;
  readonly position: number;
  readonly data: unknown;
  readonly votes: readonly Vote[];
  readonly state: 'open' | 'accepted' | 'rejected' | 'void';
  readonly settledAt?: number;
  readonly why?: Reason;
}

export interface Ignored {
  readonly position: number;
  readonly source: SourceId;
  readonly type: string;
  readonly why: Reason;
}

/** Why a governance message changes nothing. */
export type Reason =
  | 'schema-invalid'
  | 'genesis-comes-first'
  | 'may-not-publish'
  | 'key-not-valid'
  | 'may-not-propose'
  | 'not-in-committee'
  | 'too-many-open'
  | 'unknown-proposal'
  | 'proposal-settled'
  | 'voted-already'
  | 'about-itself'
  | 'threshold-out-of-reach'
  | 'taken-down-already'
  | 'unknown-member'
  | 'not-a-member-now'
  | 'same-status'
  | 'wrong-epoch'
  | 'bad-key'
  | 'key-in-use'
  | 'unknown-key'
  | 'revoked-already'
  | 'distrust-ahead'
  | 'bad-possession'
  | 'needs-recovery-key'
  | 'hub-key-in-use'
  | 'bad-committee';
