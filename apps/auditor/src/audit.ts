import { toBase64url } from '@nmirf/federation/base64url';
import { witnessed } from '@nmirf/federation/witness';
import type { AuditResult, Remark } from './audit-result.js';
import { Broken, CheckBook } from './checks.js';
import { HubLog } from './hub/hub-log.js';
import { HubReader, Unreadable } from './hub/hub-reader.js';
import { Inspection, type InspectionOptions } from './inspection.js';
import { isoTime } from './log/iso-time.js';
import type { LogAudit } from './log/log-audit.js';
import { memberLines, proposalLines } from './log/membership-lines.js';

const CLOCK_MS = 10 * 60_000;

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
  const isComplete = ended === undefined;
  return {
    ...{ holds: isComplete && !book.hasFailures, complete: isComplete, hub, checks: book.results() },
    ...whatWasRead(inspection, options),
    ...{ remarks: remarksOf(inspection, { hub, ...options }, startedAt), times: timesOf(inspection.entries, startedAt) },
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

type Read = Pick<AuditResult, 'network' | 'size' | 'root' | 'checkpoint' | 'members' | 'proposals' | 'totals' | 'witnesses' | 'witnessed'>;

function whatWasRead(inspection: Inspection, { pin }: InspectionOptions): Read {
  const { entries, checkpoint, witnesses } = inspection;
  const { trust, history, tallies } = entries;
  return {
    ...(trust && {
      network: { id: trust.networkId, name: trust.name, origin: trust.origin, hub: trust.hub.url, pinned: pin !== undefined },
    }),
    ...{ size: history.size, root: toBase64url(history.root) },
    ...(checkpoint && { checkpoint: { size: checkpoint.size, root: toBase64url(checkpoint.root) } }),
    ...{ members: trust ? memberLines(trust, entries) : [], proposals: trust ? proposalLines(trust) : [] },
    totals: {
      ...{ messages: tallies.messages, byHub: tallies.senders.get('hub')?.messages ?? 0 },
      ...{ withheld: tallies.withheld, unconfirmed: tallies.unconfirmed, types: tallies.types, unknownTypes: tallies.unknownTypes },
    },
    ...{ witnesses, witnessed: witnessedBy(inspection) },
  };
}

function witnessedBy({ entries, witnesses }: Inspection): AuditResult['witnessed'] {
  if (!entries.trust) return { regions: 0, needed: 0, holds: false };
  const { regions, needed, holds } = witnessed(entries.trust, witnesses);
  return { regions: regions.length, needed, holds };
}

function remarksOf(inspection: Inspection, { hub, pin }: AuditOptions, now: Date): Remark[] {
  const { entries, checkpoint } = inspection;
  const { trust, tallies, receivedMs } = entries;
  const applies: Readonly<Record<Remark, boolean>> = {
    unpinned: trust !== undefined && !pin,
    'other-address': trust !== undefined && new URL(trust.hub.url).origin !== new URL(hub).origin,
    clock: receivedMs > now.getTime() + CLOCK_MS,
    unconfirmed: tallies.unconfirmed > 0,
    'unknown-types': tallies.unknownTypes > 0,
    'unknown-governance': tallies.unknownGovernance > 0,
    unwitnessed: checkpoint !== undefined && trust !== undefined && !witnessedBy(inspection).holds,
  };
  return (Object.keys(applies) as Remark[]).filter((remark) => applies[remark]);
}

function timesOf({ history, firstReceivedMs, receivedMs }: LogAudit, startedAt: Date): AuditResult['times'] {
  return {
    ...{ startedAt: startedAt.toISOString(), seconds: Math.round(Date.now() - startedAt.getTime()) / 1_000 },
    ...(history.size > 0 && { firstReceivedAt: isoTime(firstReceivedMs), lastReceivedAt: isoTime(receivedMs) }),
  };
}
