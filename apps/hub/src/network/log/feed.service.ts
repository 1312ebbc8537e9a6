import type { FeedEntry, FeedQuery } from '@nmirf/contracts/network/log';
import type { NodeId } from '@nmirf/contracts/network/names';
import { encodeLines } from '@nmirf/federation/lines';
import type { Trust } from '@nmirf/federation/trust';
import { Notifications } from '@nmirf/platform/database/notifications';
import { Closing } from '@nmirf/platform/http/closing';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { Evidence } from '@nmirf/replica/log/evidence';
import type { LogCheckpoint } from '@nmirf/replica/log/log-checkpoint.entity';
import { LogStore, type StoredEntry } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOG_GROWN } from './checkpointer.js';
import { protocolProblem } from './protocol-problem.js';

const PAGE_BYTES = 4 * 1024 * 1024;

/** Pages of the log for readers, each with what they need to check it. */
@Injectable()
export class FeedService implements OnApplicationBootstrap {
  private readonly waiting = new Set<Answer>();

  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly checkpoints: CheckpointStore,
    private readonly evidence: Evidence,
    private readonly trust: TrustStore,
    private readonly notifications: Notifications,
    private readonly closing: Closing,
  ) {}

  onApplicationBootstrap(): void {
    this.notifications.listen(LOG_GROWN, () => this.wake());
    this.closing.signal.addEventListener('abort', () => this.wake());
  }

  /** One page as NDJSON: head, entries, and the checkpoint with the proof that ties the page to it. */
  async page({ from, limit, wait }: FeedQuery, reader: NodeId | undefined): Promise<Uint8Array> {
    const checkpoint = await this.checkpointBeyond(from, wait * 1_000);
    if (!checkpoint) throw protocolProblem('overloaded');
    if (from > checkpoint.size) throw protocolProblem('cursor-ahead');
    const [entries, trust] = await Promise.all([
      this.store.entries(this.db.manager, from, Math.min(limit, checkpoint.size - from)),
      this.trust.current(this.db.manager),
    ]);
    const { shown, tail } = await this.underKnownKey(trust, from, within(entries), checkpoint);
    const next = from + shown.length;
    const proof = await this.evidence.consistency(next, tail.size);
    return encodeLines([
      JSON.stringify({ from, next, size: checkpoint.size }),
      ...shown.map((entry) => lineFor(entry, reader)),
      JSON.stringify({ checkpoint: tail.note, proof }),
    ]);
  }

  /**
   * A page ends under a checkpoint whose key its reader knows by then. In front of the message that brings in another log key that is an
   * older checkpoint; where none covers the whole page it ends sooner, and where none is left it goes on up to that message.
   */
  private async underKnownKey(
    trust: Trust | undefined,
    from: number,
    entries: readonly StoredEntry[],
    latest: LogCheckpoint,
  ): Promise<Page> {
    const next = from + entries.length;
    const turn = trust && turnOfLogKey(trust, next);
    if (turn === undefined || turn >= latest.size) return { shown: entries, tail: latest };
    const tail = await this.checkpoints.upTo(turn);
    if (tail && tail.size >= next) return { shown: entries, tail };
    if (tail && tail.size > from) return { shown: entries.slice(0, tail.size - from), tail };
    return this.underKnownKey(trust, from, await this.store.entries(this.db.manager, from, turn + 1 - from), latest);
  }

  private async checkpointBeyond(from: number, waitMs: number): Newest {
    const grown = waitMs > 0 ? this.growth(waitMs) : undefined;
    const latest = await this.checkpoints.latest();
    // Whoever has verified more than there is must hear it now, not when the log has grown back.
    if (!grown || latest?.size !== from) {
      grown?.cancel();
      return latest;
    }
    return (await grown.promise) ?? this.checkpoints.latest();
  }

  private growth(waitMs: number): { promise: Newest; cancel: () => void } {
    let answer: Answer = () => undefined;
    const promise = new Promise<LogCheckpoint | undefined>((resolve) => {
      const timer = setTimeout(() => answer(), waitMs);
      answer = (newest) => {
        clearTimeout(timer);
        this.waiting.delete(answer);
        resolve(newest);
      };
      this.waiting.add(answer);
    });
    return { promise, cancel: () => answer() };
  }

  /** All who wait are answered out of one reading of the table. */
  private wake(): void {
    if (this.waiting.size === 0) return;
    const newest = this.checkpoints.latest();
    for (const answer of this.waiting) answer(newest);
  }
}

type Newest = Promise<LogCheckpoint | undefined>;
type Answer = (newest?: Newest) => void;

/** Where the next other key of the log takes over, at `position` or behind it. */
const turnOfLogKey = (trust: Trust, position: number): number | undefined =>
  trust.hub.keys.find(({ use, from }) => use === 'log' && from > 0 && from >= position)?.from;

interface Page {
  readonly shown: readonly StoredEntry[];
  readonly tail: LogCheckpoint;
}

/** As many entries as fit a page, and never none. */
function within(entries: StoredEntry[]): StoredEntry[] {
  let bytes = 0;
  const end = entries.findIndex(({ leaf, jws }, i) => (bytes += leaf.length + (jws?.length ?? 0) + 64) > PAGE_BYTES && i > 0);
  return end === -1 ? entries : entries.slice(0, end);
}

/** A line of JSON (`feedEntry`). A message is base64url and two dots, which JSON writes as they are. */
function lineFor(entry: StoredEntry, reader: NodeId | undefined): string {
  const { pos, leaf, jws } = entry;
  const why = whyWithheld(entry, reader);
  return why ? JSON.stringify({ pos, leaf, jws: null, why }) : `{"pos":${pos},"leaf":${JSON.stringify(leaf)},"jws":"${jws}"}`;
}

function whyWithheld({ audience, jws, why }: StoredEntry, reader: NodeId | undefined): FeedEntry['why'] {
  if (jws === null) return (why ?? 'erased') as FeedEntry['why'];
  const isOpen =
    audience === '*' || (reader !== undefined && (audience === 'members' || (JSON.parse(audience) as string[]).includes(reader)));
  return isOpen ? undefined : 'audience';
}
