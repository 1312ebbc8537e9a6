import { setTimeout as pause } from 'node:timers/promises';
import { mayPublish, mayRead, type Trust } from '@nmirf/federation/trust';
import { withLock } from '@nmirf/platform/database/advisory-lock';
import { Closing } from '@nmirf/platform/http/closing';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Bells } from '@nmirf/platform/queue/bell';
import { GATHER_MS } from '@nmirf/platform/queue/on-bell.decorator';
import { span } from '@nmirf/platform/tracing/span';
import type { FeedPage } from '@nmirf/replica/log/feed-page';
import { BrokenPage } from '@nmirf/replica/log/page.rules';
import { PageStore } from '@nmirf/replica/log/page-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isResting, type Link, LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { HubClient, HubFailure, type Signers } from './hub-client.js';
import { DRAIN, REALIGN } from './outgoing.facade.js';
import { PageKeeper } from './page-keeper.js';
import { PageSource } from './page-source.js';
import { quietly } from './quietly.js';
import { TailOffer } from './tail-offer.js';

const REST_MS = 1_000;

/** Follows the log: asks the hub for what comes next, checks all of it, and only then stores and shows it. */
@Injectable()
export class Puller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Puller.name);
  private following: Promise<void> | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly client: HubClient,
    private readonly pages: PageStore,
    private readonly keeper: PageKeeper,
    private readonly tail: TailOffer,
    private readonly trust: TrustStore,
    private readonly bells: Bells,
    private readonly closing: Closing,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    if (this.bells.works) this.following = this.follow();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.client.close();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const went = await withLock(this.db, 'pull', () => span('pull', () => this.pull())).catch((error: unknown) => this.report(error));
      if (!signal.aborted) await pause(went === true ? GATHER_MS : REST_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Asks for one page and takes it in; false when the line is down, stopped, or not there yet. */
  private async pull(): Promise<boolean> {
    const link = await this.link.find();
    if (!link || isStopped(link) || isResting(link)) return false;
    const trust = await this.trust.current(this.db.manager);
    const reached = await this.takePages(link, await this.readers(trust, link));
    const wasDown = await reached;
    // The line is back, or these pages may have let the node publish: what waited can be sent. New messages ring for themselves.
    const mayPublishAlready = trust !== undefined && mayPublish(trust, link.node, Number.MAX_SAFE_INTEGER);
    if (wasDown) void this.bells.ring(REALIGN);
    else if (!mayPublishAlready) void this.bells.ring(DRAIN);
    return true;
  }

  /**
   * A member signs, and so does a node that knows nothing yet, for it may be one that begins anew. While nobody knows its keys, before its
   * admission and after it has lost them all, it reads what the public reads.
   */
  private async readers(trust: Trust | undefined, link: Link): Promise<Signers> {
    const mayBeMember = trust === undefined || mayRead(trust, link.node, Number.MAX_SAFE_INTEGER);
    const [first, ...others] = mayBeMember ? [...(await this.keys.candidates(trust)), undefined] : [undefined];
    return [first, ...others];
  }

  /** Takes page after page while there are more. While one is stored, the next is checked and the one after that travels. */
  private async takePages(link: Link, readers: Signers): Promise<Promise<boolean>> {
    const source = new PageSource(this.client, link, readers, this.closing.signal);
    let known = await this.pages.known(link.network);
    let [storing, reached]: [Promise<void>, Promise<boolean>] = [Promise.resolve(), Promise.resolve(false)];
    try {
      while (source.hasMore && !this.closing.signal.aborted) {
        const page = await this.page(source, known.frontier.size, () => this.tail.give(link, readers));
        const verified = await this.pages.verified(page, known);
        await storing;
        storing = quietly(this.keeper.keep(link.node, known, verified));
        // That the hub answers is written down behind what it said: people wait for that.
        reached = quietly(Promise.all([reached, storing.then(() => this.link.reached())]).then((each) => each.some(Boolean)));
        known = verified.after;
      }
    } finally {
      source.end();
      await storing;
    }
    return reached;
  }

  /** A hub with fewer leaves than this node was rolled back, which no honest hub does without a word: it takes back what it lacks. */
  private async page(source: PageSource, from: number, give: () => Promise<boolean>): Promise<FeedPage> {
    try {
      return await source.page(from);
    } catch (error) {
      if (!this.closing.signal.aborted) await this.link.failed(Math.random());
      throw isRolledBack(error) && !(await give()) ? new BrokenPage('cursor-ahead', from) : error;
    }
  }

  /** A page that does not hold stops the link, with the position; anything else is the line, and is tried again. */
  private async report(error: unknown): Promise<false> {
    if (this.closing.signal.aborted) return false;
    if (error instanceof BrokenPage) {
      this.metrics.count('broken_pages_total', { code: error.code });
      await this.link.stop({ code: error.code, position: error.position, detail: error.code, at: new Date().toISOString() });
    }
    this.logger.warn(error instanceof Error ? error.message : 'The log could not be followed');
    return false;
  }
}

/** What only stops the queue is for the log to mend, which is read on. */
const isStopped = ({ stopped }: Link): boolean => stopped !== null && stopped.only !== 'sending';

/** The hub's log has fewer leaves than this node has verified. */
const isRolledBack = (error: unknown): boolean => error instanceof HubFailure && error.code === 'cursor-ahead';
