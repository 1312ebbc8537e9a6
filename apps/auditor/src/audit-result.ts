import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { MemberStatus } from '@nmirf/contracts/network/member-status';
import type { MessageType } from '@nmirf/contracts/network/message-types';
import type { ProposalState } from '@nmirf/federation/trust';
import type { Check } from './checks.js';
import type { UnreadableCode } from './hub/hub-reader.js';
import type { Withheld } from './log/tallies.js';
import type { WitnessLine } from './log/witnesses.js';

/** What an audit found; `--json` prints it as it is. */
export interface AuditResult {
  /** Every check held and the audit came to its end. */
  readonly holds: boolean;
  /** The audit came to its end; false where the log broke off or the hub could not be read any more. */
  readonly complete: boolean;
  readonly hub: string;
  /** As leaf 0 founds it; `id` is the hash of leaf 0, `hub` the address that the log names now. */
  readonly network?: {
    readonly id: string;
    readonly name: string;
    readonly origin: string;
    readonly hub: string;
    readonly pinned: boolean;
  };
  /** How many leaves were read and hold, and the root of their tree. */
  readonly size: number;
  readonly root: string;
  /** What the hub has signed: the audit is about this size. */
  readonly checkpoint?: { readonly size: number; readonly root: string };
  readonly checks: readonly Check[];
  readonly members: readonly MemberLine[];
  readonly proposals: readonly ProposalLine[];
  readonly totals: {
    readonly messages: number;
    readonly byHub: number;
    readonly withheld: Readonly<Record<Withheld, number>>;
    /** Withheld messages that only the hub vouches for: their senders have shown nothing since. */
    readonly unconfirmed: number;
    /** By type, as far as this auditor knows the types; all others together. */
    readonly types: Readonly<Partial<Record<MessageType, number>>>;
    readonly unknownTypes: number;
  };
  readonly witnesses: readonly WitnessLine[];
  /** From how many regions the checkpoint is cosigned, and from how many the network's policy asks for. */
  readonly witnessed: { readonly regions: number; readonly needed: number; readonly holds: boolean };
  readonly remarks: readonly Remark[];
  readonly times: {
    readonly startedAt: string;
    readonly seconds: number;
    readonly firstReceivedAt?: string;
    readonly lastReceivedAt?: string;
  };
  /** Why the hub could not be read to the end. */
  readonly trouble?: { readonly code: UnreadableCode; readonly path: string; readonly status?: number };
}

/** Nothing is wrong with it, and whoever audits should know. */
export type Remark = 'unpinned' | 'unwitnessed' | 'unknown-types' | 'unknown-governance' | 'unconfirmed' | 'clock' | 'other-address';

export interface MemberLine {
  readonly id: string;
  /** The mechanism's name, in each of its languages. */
  readonly names: Mechanism['names'];
  readonly country: string;
  readonly status: MemberStatus;
  readonly committee: boolean;
  readonly messages: number;
  readonly withheld: number;
  readonly lastPosition?: number;
  readonly lastReceivedAt?: string;
  /** Of the key it signs with now, for comparison by voice. */
  readonly fingerprint?: string;
  /** What made it what it is, with the hash of the proposal behind it. */
  readonly steps: readonly { readonly position: number; readonly what: string; readonly proposal?: string }[];
}

export interface ProposalLine extends Pick<ProposalState, 'hash' | 'type' | 'by' | 'position' | 'state' | 'settledAt' | 'why'> {
  /** Whom or what it is about. */
  readonly about: string;
  readonly votes: readonly Pick<ProposalState['votes'][number], 'by' | 'decision' | 'position'>[];
}
