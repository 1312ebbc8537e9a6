import type { FeedQuery } from '@nmirf/contracts/network/log';
import type { NodeId } from '@nmirf/contracts/network/names';
import { Notifications } from '@nmirf/platform/database/notifications';
import { Closing } from '@nmirf/platform/http/closing';
import { type Checkpoint, CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { FeedPages, type PageRead, type PageText } from '@nmirf/replica/log/feed-pages';
import type { PageTie } from '@nmirf/replica/log/page-tie.entity';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOG_GROWN } from './checkpointer.js';
import { protocolProblem } from './protocol-problem.js';

/** Pages of the log for readers, each with what they need to check it. */
@Injectable()
export class FeedService implements OnApplicationBootstrap {
  private readonly waiting = new Set<Waiter>();
  /** The size that the last notification told of. */
  private heard: number | undefined;

  constructor(
    private readonly checkpoints: CheckpointStore,
    private readonly pages: FeedPages,
    private readonly notifications: Notifications,
    private readonly closing: Closing,
  ) {}

  onApplicationBootstrap(): void {
    this.notifications.listen(LOG_GROWN, (size) => this.wake(size === '' ? Infinity : Number(size)));
    this.closing.signal.addEventListener('abort', () => this.wake());
  }

  /** One page; where there is nothing new, held for up to `wait` seconds. */
  async page(query: FeedQuery, reader: NodeId | undefined): Promise<Uint8Array> {
    const { from, limit } = query;
    const { latest, tie, read } = await this.beyond(query);
    const page = tie ? this.pages.tied(from, tie, tie.size, reader) : this.pages.page(from, limit, reachable(latest, from), reader, read);
    return (await page).bytes;
  }

  /** A part of the snapshot from `from` on: pages of the feed, one behind another. */
  async part(from: number, reader: NodeId): Promise<AsyncIterable<PageText>> {
    return this.pages.part(from, reachable(await this.checkpoints.latest(), from), reader);
  }

  private async beyond(query: FeedQuery): Promise<Standing> {
    // Whoever comes while the server closes is woken by nobody.
    const grown = query.wait > 0 && !this.closing.signal.aborted ? this.growth(query) : undefined;
    const now = await this.standing(query.from).catch((error: unknown) => {
      grown?.cancel();
      throw error;
    });
    // Whoever has verified more than there is must hear it now, not when the log has grown back.
    if (!grown || (now.tie ?? now.latest)?.size !== query.from) {
      grown?.cancel();
      return now;
    }
    return this.standing(query.from, await grown.promise);
  }

  /** A server that takes the hub over cannot sign yet: behind its last checkpoint it shows what members gave, under what tied it. */
  private async standing(from: number, grown?: Growth): Promise<Standing> {
    const latest = grown?.latest ?? (await this.checkpoints.latest());
    return { latest, tie: latest && from >= latest.size ? await this.checkpoints.tieFrom(from) : undefined, read: grown?.read };
  }

  private growth({ from, limit, wait }: FeedQuery): { promise: Promise<Growth | undefined>; cancel: () => void } {
    let cancel: () => void = () => undefined;
    const promise = new Promise<Growth | undefined>((resolve) => {
      const answer: Waiter['answer'] = (growth) => {
        clearTimeout(timer);
        this.waiting.delete(waiter);
        resolve(growth);
      };
      const waiter = { from, limit, answer };
      const timer = setTimeout(() => answer(), wait * 1_000);
      cancel = () => answer();
      this.waiting.add(waiter);
    });
    // Whoever is still looking, or has gone, does not hear that it failed.
    promise.catch(() => undefined);
    return { promise, cancel };
  }

  /** This process has extended the log: who waits where that begins, for as much, is answered out of what it has written. */
  grown(growth: Growth): void {
    const { entries } = growth.read;
    for (const { from, limit, answer } of this.waiting)
      if (from === entries[0]?.pos && limit >= entries.length) answer(Promise.resolve(growth));
  }

  /**
   * Who waits behind less than `size`, or for anything, is answered out of one reading of the tables; those who wait at one place share what
   * stands there. A size that comes again is an idle log that the hub stands by once more: that is news to all.
   */
  private wake(size = Infinity): void {
    const isAgain = size === this.heard;
    this.heard = size;
    const waiting = [...this.waiting].filter(({ from }) => isAgain || from < size);
    if (waiting.length === 0) return;
    const newest = this.pages.newest();
    const growths = new Map<string, Promise<Growth | undefined>>();
    for (const { from, limit, answer } of waiting) {
      const place = `${from}/${limit}`;
      const growth = growths.get(place) ?? this.growthFrom(from, limit, newest);
      growths.set(place, growth);
      answer(growth);
    }
  }

  private async growthFrom(from: number, limit: number, newest: ReturnType<FeedPages['newest']>): Promise<Growth | undefined> {
    const [known, entries] = await Promise.all([newest, this.pages.entries(from, limit)]);
    return known && { latest: known.latest, read: { entries, trust: known.trust } };
  }
}

/** The newest checkpoint after the log has grown, and what a page under it is made of. */
export interface Growth {
  readonly latest: Checkpoint;
  readonly read: PageRead;
}
interface Standing {
  readonly latest: Checkpoint | undefined;
  readonly tie: PageTie | undefined;
  readonly read: PageRead | undefined;
}
interface Waiter extends Pick<FeedQuery, 'from' | 'limit'> {
  readonly answer: (growth?: Promise<Growth | undefined>) => void;
}

function reachable(checkpoint: Checkpoint | undefined, from: number): Checkpoint {
  if (!checkpoint) throw protocolProblem('overloaded');
  if (from > checkpoint.size) throw protocolProblem('cursor-ahead');
  return checkpoint;
}
