import type { FeedEntry, FeedQuery } from '@nmirf/contracts/network/log';
import type { NodeId } from '@nmirf/contracts/network/names';
import { encodeLines } from '@nmirf/federation/lines';
import { Notifications } from '@nmirf/platform/database/notifications';
import { Closing } from '@nmirf/platform/http/closing';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { Evidence } from '@nmirf/replica/log/evidence';
import { LogStore, type StoredEntry } from '@nmirf/replica/log/log-store';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOG_GROWN } from './checkpointer.js';
import { protocolProblem } from './protocol-problem.js';

const PAGE_BYTES = 4 * 1024 * 1024;

/** Pages of the log for readers, each with what they need to check it. */
@Injectable()
export class FeedService implements OnApplicationBootstrap {
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly checkpoints: CheckpointStore,
    private readonly evidence: Evidence,
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
    const entries = within(await this.store.entries(this.db.manager, from, Math.min(limit, checkpoint.size - from)));
    const next = from + entries.length;
    const proof = await this.evidence.consistency(next, checkpoint.size);
    return encodeLines([
      JSON.stringify({ from, next, size: checkpoint.size }),
      ...entries.map((entry) => lineFor(entry, reader)),
      JSON.stringify({ checkpoint: checkpoint.note, proof }),
    ]);
  }

  private async checkpointBeyond(from: number, waitMs: number): ReturnType<CheckpointStore['latest']> {
    const grown = waitMs > 0 ? this.growth(waitMs) : undefined;
    const latest = await this.checkpoints.latest();
    if (!grown || !latest || latest.size > from) {
      grown?.cancel();
      return latest;
    }
    await grown.promise;
    return this.checkpoints.latest();
  }

  private growth(waitMs: number): { promise: Promise<void>; cancel: () => void } {
    let cancel = (): void => undefined;
    const promise = new Promise<void>((resolve) => {
      const timer = setTimeout(() => cancel(), waitMs);
      cancel = () => {
        clearTimeout(timer);
        this.waiting.delete(cancel);
        resolve();
      };
      this.waiting.add(cancel);
    });
    return { promise, cancel: () => cancel() };
  }

  private wake(): void {
    for (const answer of this.waiting) answer();
  }
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
