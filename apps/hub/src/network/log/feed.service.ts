import type { FeedQuery } from '@nmirf/contracts/network/log';
import type { NodeId } from '@nmirf/contracts/network/names';
import { Notifications } from '@nmirf/platform/database/notifications';
import { Closing } from '@nmirf/platform/http/closing';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { FeedPages, type PageText } from '@nmirf/replica/log/feed-pages';
import type { LogCheckpoint } from '@nmirf/replica/log/log-checkpoint.entity';
import type { PageTie } from '@nmirf/replica/log/page-tie.entity';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOG_GROWN } from './checkpointer.js';
import { protocolProblem } from './protocol-problem.js';

/** Pages of the log for readers, each with what they need to check it. */
@Injectable()
export class FeedService implements OnApplicationBootstrap {
  private readonly waiting = new Set<Answer>();

  constructor(
    private readonly checkpoints: CheckpointStore,
    private readonly pages: FeedPages,
    private readonly notifications: Notifications,
    private readonly closing: Closing,
  ) {}

  onApplicationBootstrap(): void {
    this.notifications.listen(LOG_GROWN, () => this.wake());
    this.closing.signal.addEventListener('abort', () => this.wake());
  }

  /** One page; where there is nothing new, held for up to `wait` seconds. */
  async page({ from, limit, wait }: FeedQuery, reader: NodeId | undefined): Promise<Uint8Array> {
    const { latest, tie } = await this.beyond(from, wait * 1_000);
    const page = tie ? this.pages.tied(from, tie, tie.size, reader) : this.pages.page(from, limit, reachable(latest, from), reader);
    return (await page).bytes;
  }

  /** A part of the snapshot from `from` on: pages of the feed, one behind another. */
  async part(from: number, reader: NodeId): Promise<AsyncIterable<PageText>> {
    return this.pages.part(from, reachable(await this.checkpoints.latest(), from), reader);
  }

  private async beyond(from: number, waitMs: number): Promise<Standing> {
    const grown = waitMs > 0 ? this.growth(waitMs) : undefined;
    const now = await this.standing(from);
    // Whoever has verified more than there is must hear it now, not when the log has grown back.
    if (!grown || (now.tie ?? now.latest)?.size !== from) {
      grown?.cancel();
      return now;
    }
    return this.standing(from, await grown.promise);
  }

  /** A server that takes the hub over cannot sign yet: behind its last checkpoint it shows what members gave, under what tied it. */
  private async standing(from: number, newest?: LogCheckpoint): Promise<Standing> {
    const latest = newest ?? (await this.checkpoints.latest());
    return { latest, tie: latest && from >= latest.size ? await this.checkpoints.tieFrom(from) : undefined };
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

interface Standing {
  readonly latest: LogCheckpoint | undefined;
  readonly tie: PageTie | undefined;
}
type Newest = Promise<LogCheckpoint | undefined>;
type Answer = (newest?: Newest) => void;

function reachable(checkpoint: LogCheckpoint | undefined, from: number): LogCheckpoint {
  if (!checkpoint) throw protocolProblem('overloaded');
  if (from > checkpoint.size) throw protocolProblem('cursor-ahead');
  return checkpoint;
}
