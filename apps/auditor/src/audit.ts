import type { MemberStatus } from '@nmirf/contracts/network/member-status';
import { toBase64url } from '@nmirf/federation/base64url';
import { fingerprint } from '@nmirf/federation/keys';
import { goodKeys, memberList, type ProposalState, type Trust } from '@nmirf/federation/trust';
import { Broken, type Check, CheckBook } from './checks.js';
import { HubLog } from './hub/hub-log.js';
import { HubReader, Unreadable, type UnreadableCode } from './hub/hub-reader.js';
import { Inspection, type InspectionOptions } from './inspection.js';
import type { LogAudit } from './log/log-audit.js';
import { isoTime } from './log/iso-time.js';
import type { Withheld } from './log/tallies.js';
import type { Witness } from './log/witnesses.js';

/** What an audit found; `--json` prints it as it is. */
export interface AuditResult {
  /** Every check held and the audit came to its end. */
  readonly holds: boolean;
  /** The audit came to its end; false where the log broke off or the hub could not be read any more. */
  readonly complete: boolean;
  readonly hub: string;
  /** The hash of leaf 0, the name that the genesis gives, and whether it is the hash that was pinned. */
  readonly network?: { readonly id: string; readonly name: string; readonly origin: string; readonly pinned: boolean };
  /** How many leaves were read, and the root of their tree. */
  readonly size: number;
  readonly root: string;
  /** The signed size that the audit was about. */
  readonly checkpoint?: { readonly size: number; readonly root: string };
  readonly checks: readonly Check[];
  readonly members: readonly MemberLine[];
  readonly hubMessages: number;
  readonly proposals: readonly ProposalLine[];
  readonly totals: {
    readonly messages: number;
    readonly withheld: Readonly<Record<Withheld, number>>;
    readonly types: Readonly<Record<string, number>>;
  };
  readonly witnesses: readonly Witness[];
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
export type Remark = 'unpinned' | 'no-witness' | 'unknown-types' | 'unknown-governance' | 'clock' | 'other-address';

export interface MemberLine {
  readonly id: string;
  readonly name: string;
  readonly status: MemberStatus;
  readonly committee: boolean;
  readonly messages: number;
  readonly withheld: number;
  readonly lastPosition?: number;
  readonly lastReceivedAt?: string;
  /** Of the key it signs with now, for comparison by voice. */
  readonly fingerprint?: string;
}

export interface ProposalLine extends Pick<ProposalState, 'hash' | 'type' | 'by' | 'position' | 'state' | 'settledAt' | 'why'> {
  readonly votes: readonly Pick<ProposalState['votes'][number], 'by' | 'decision' | 'position'>[];
}

export interface AuditOptions extends InspectionOptions {
  readonly hub: string;
}

/** Audits the log that a hub serves. What the hub does, or sends, ends up in the result: only a bug throws. */
export async function audit({ hub, ...options }: AuditOptions): Promise<AuditResult> {
  const startedAt = new Date();
  const [reader, book] = [new HubReader(hub), new CheckBook()];
  const inspection = new Inspection(new HubLog(reader), book, options);
  const ended = await inspection
    .run()
    .catch((error: unknown) => endOf(error, book))
    .finally(() => reader.close());
  const { entries, checkpoint, witnesses } = inspection;
  const { trust } = entries;
  const isComplete = ended === undefined;
  return {
    ...{ holds: isComplete && !book.hasFailures, complete: isComplete, hub },
    ...(trust && { network: { id: trust.networkId, name: trust.name, origin: trust.origin, pinned: options.pin !== undefined } }),
    ...{ size: entries.history.size, root: toBase64url(entries.history.root) },
    ...(checkpoint && { checkpoint: { size: checkpoint.size, root: toBase64url(checkpoint.root) } }),
    ...{ checks: book.results(), members: trust ? membersOf(trust, entries) : [], proposals: trust ? proposalsOf(trust) : [] },
    hubMessages: entries.tallies.senders.get('hub')?.messages ?? 0,
    totals: { messages: entries.tallies.messages, withheld: entries.tallies.withheld, types: entries.tallies.types },
    ...{ witnesses, remarks: remarksOf(inspection, { hub, ...options }, startedAt), times: timesOf(entries, startedAt) },
    ...(ended instanceof Unreadable && { trouble: troubleOf(ended) }),
  };
}

function endOf(error: unknown, book: CheckBook): Broken | Unreadable {
  if (error instanceof Broken) book.fails(error.finding);
  else if (!(error instanceof Unreadable)) throw error;
  return error;
}

const troubleOf = ({ code, path, status }: Unreadable): NonNullable<AuditResult['trouble']> => ({
  ...{ code, path },
  ...(status !== undefined && { status }),
});

function membersOf(trust: Trust, { tallies, history }: LogAudit): MemberLine[] {
  return memberList(trust).map(({ id, mechanism, status, committee }) => {
    const tally = tallies.senders.get(id);
    const [key] = goodKeys(trust, id, 'msg', history.size);
    return {
      ...{ id, name: mechanism.names[0]!.value, status, committee, messages: tally?.messages ?? 0, withheld: tally?.withheld ?? 0 },
      ...(tally && { lastPosition: tally.last, lastReceivedAt: isoTime(tally.lastReceivedMs) }),
      ...(key && { fingerprint: fingerprint(key) }),
    };
  });
}

const proposalsOf = ({ proposals }: Trust): ProposalLine[] =>
  Object.values(proposals).map(({ hash, type, by, position, state, settledAt, why, votes }) => ({
    ...{ hash, type, by, position, state },
    ...(settledAt !== undefined && { settledAt }),
    ...(why !== undefined && { why }),
    votes: votes.map((vote) => ({ by: vote.by, decision: vote.decision, position: vote.position })),
  }));

function remarksOf({ entries, checkpoint, witnesses }: Inspection, { hub, pin }: AuditOptions, now: Date): Remark[] {
  const { trust, tallies, receivedMs } = entries;
  const applies: Readonly<Record<Remark, boolean>> = {
    unpinned: trust !== undefined && !pin,
    'other-address': trust !== undefined && new URL(trust.hub.url).origin !== new URL(hub).origin,
    clock: receivedMs > now.getTime() + 600_000,
    'unknown-types': tallies.unknownTypes > 0,
    'unknown-governance': tallies.unknownGovernance > 0,
    'no-witness': checkpoint !== undefined && witnesses.length === 0,
  };
  return (Object.keys(applies) as Remark[]).filter((remark) => applies[remark]);
}

function timesOf({ history, firstReceivedMs, receivedMs }: LogAudit, startedAt: Date): AuditResult['times'] {
  return {
    ...{ startedAt: startedAt.toISOString(), seconds: Math.round(Date.now() - startedAt.getTime()) / 1_000 },
    ...(history.size > 0 && {
      firstReceivedAt: isoTime(firstReceivedMs),
      lastReceivedAt: isoTime(receivedMs),
    }),
  };
}
