import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { ChainHead } from '@nmirf/contracts/network/envelope';
import { toBase64url } from '@nmirf/federation/base64url';
import { mayPublish, mayRead, type Trust } from '@nmirf/federation/trust';
import { withLock } from '@nmirf/platform/database/advisory-lock';
import { Closing } from '@nmirf/platform/http/closing';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Bells } from '@nmirf/platform/queue/bell';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { type LogHead, LogStore } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { PROJECT } from '@nmirf/replica/projector/projection.worker';
import { Projector } from '@nmirf/replica/projector/projector';
import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Link } from '../../foundation/link/link.facade.js';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { type FeedPage, HubClient, HubFailure, type Signers } from './hub-client.js';
import { DRAIN } from './outgoing.facade.js';
import { recordOwn } from './own-in-log.js';
import { BrokenPage, type Known, type VerifiedPage, verifySteps } from './page.rules.js';
import { WITNESS } from './witness.worker.js';

const PAGE = 500;
const WAIT_S = 25;
const REST_MS = 1_000;
/** Messages that are checked before the server looks at something else: some milliseconds. */
const BREATH = 32;

/** A promise that is told of where it is awaited, if it ever is. */
const quietly = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.catch(() => undefined);
  return promise;
};

/** Follows the log: asks the hub for what comes next, checks all of it, and only then stores and shows it. */
@Injectable()
export class Puller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Puller.name);
  private following: Promise<void> | undefined;
  private ahead: { readonly from: number; readonly page: Promise<FeedPage> } | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly client: HubClient,
    private readonly log: LogStore,
    private readonly checkpoints: CheckpointStore,
    private readonly trust: TrustStore,
    private readonly projector: Projector,
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
      const went = await withLock(this.db, 'pull', () => this.pull()).catch((error: unknown) => this.report(error));
      if (went !== true && !signal.aborted) await pause(REST_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Asks for one page and takes it in; false when the line is down, stopped, or not there yet. */
  private async pull(): Promise<boolean> {
    const link = await this.link.find();
    if (!link || isStopped(link) || (link.nextTryAt?.getTime() ?? 0) > Date.now()) return false;
    const [head, trust] = [await this.log.head(this.db.manager), await this.trust.current(this.db.manager)];
    const reached = await this.takePages(link, head, await this.readers(trust, link));
    const wasDown = await reached;
    // The line is back, or these pages may have let the node publish: what waited can be sent. New messages ring for themselves.
    const mayPublishAlready = trust !== undefined && mayPublish(trust, link.node, Number.MAX_SAFE_INTEGER);
    if (wasDown || !mayPublishAlready) void this.bells.ring(DRAIN);
    return true;
  }

  /** A member signs; while nobody knows its keys, before its admission and after it has lost them all, it reads what the public reads. */
  private async readers(trust: Trust | undefined, link: Link): Promise<Signers> {
    const isMember = trust !== undefined && mayRead(trust, link.node, Number.MAX_SAFE_INTEGER);
    const [first, ...others] = isMember ? [...(await this.keys.candidates(trust)), undefined] : [undefined];
    return [first, ...others];
  }

  /** Takes page after page while there are full ones. While one is stored, the next is checked and the one after that travels. */
  private async takePages(link: Link, head: LogHead, readers: Signers): Promise<Promise<boolean>> {
    let known = await this.known(this.db.manager, link, head);
    let [storing, reached]: [Promise<void>, Promise<boolean>] = [Promise.resolve(), Promise.resolve(false)];
    try {
      for (let isFull = true; isFull && !this.closing.signal.aborted;) {
        const page = await this.page(link, known.frontier.size, readers);
        isFull = page.entries.length === PAGE;
        if (isFull) this.askAhead(link, page.next, readers);
        reached = quietly(Promise.all([reached, this.link.reached()]).then((each) => each.some(Boolean)));
        const verified = await this.verified(page, known);
        await storing;
        storing = quietly(this.store(link, known, verified));
        known = verified.after;
      }
    } finally {
      await storing;
    }
    return reached;
  }

  private async verified(page: FeedPage, known: Known): Promise<VerifiedPage> {
    const steps = verifySteps(page, known);
    for (let i = 1; ; i++) {
      const { done, value } = steps.next();
      if (done) return value;
      if (i % BREATH === 0) await breathe();
    }
  }

  /** The page behind `from`: the one that was asked for ahead, or a new one. */
  private async page(link: Link, from: number, readers: Signers): Promise<FeedPage> {
    const ahead = this.ahead;
    this.ahead = undefined;
    try {
      return await (ahead?.from === from ? ahead.page : this.client.feed(link, from, PAGE, WAIT_S, readers, this.closing.signal));
    } catch (error) {
      if (!this.closing.signal.aborted) await this.link.failed(Math.random());
      throw isRolledBack(error) ? new BrokenPage('cursor-ahead', from) : error;
    }
  }

  /** Behind a full page there is another: it travels while this one is checked and stored. */
  private askAhead(link: Link, from: number, readers: Signers): void {
    this.ahead = { from, page: quietly(this.client.feed(link, from, PAGE, 0, readers, this.closing.signal)) };
  }

  private async store(link: Link, known: Known, verified: VerifiedPage): Promise<void> {
    if (verified.entries.length === 0) return this.keepCheckpoint(this.db.manager, verified);
    const isNews = await this.db.transaction((tx) => this.keep(tx, link, known, verified));
    if (isNews) void this.bells.ring(DRAIN);
    void this.bells.ring(WITNESS);
    void this.bells.ring(PROJECT);
  }

  private async keep(tx: EntityManager, link: Link, known: Known, verified: VerifiedPage): Promise<boolean> {
    const head = await this.log.head(tx, 'write');
    if (Buffer.compare(head.frontier.toBytes(), known.frontier.toBytes()) !== 0) throw new Error('Somebody else extended the log');
    await this.log.append(tx, head, verified.frontier, verified.entries);
    await this.keepCheckpoint(tx, verified);
    // Tables that are not there yet catch up by themselves.
    if ((await this.projector.position(tx)) === head.size) await this.projector.apply(tx, verified.messages, verified.frontier.size);
    return recordOwn(tx, link.node, verified, head.size);
  }

  /** A checkpoint over all that is here; of one that has been kept already, its newest date. */
  private async keepCheckpoint(tx: EntityManager, { checkpoint, frontier, note, signedAt }: VerifiedPage): Promise<void> {
    const isWhole = checkpoint.size === frontier.size && frontier.size > 0;
    if (isWhole) await this.checkpoints.keep(tx, { size: checkpoint.size, root: checkpoint.root, note, signedAt });
  }

  private async known(tx: EntityManager, { network }: Link, { frontier, receivedMs, governanceAt }: LogHead): Promise<Known> {
    return { network, frontier, receivedMs, trust: await this.trust.upTo(tx, governanceAt), heads: await sourceHeads(tx) };
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

/** The hub's log has fewer leaves than this node has verified: it was rolled back, which no honest hub does without a word. */
const isRolledBack = (error: unknown): boolean => error instanceof HubFailure && error.code === 'cursor-ahead';

async function sourceHeads(tx: EntityManager): Promise<Map<string, ChainHead>> {
  const rows: { source: string; epoch: number; seq: number; hash: Buffer }[] = await tx.query(
    'select source, epoch, seq, hash from source_head',
  );
  return new Map(rows.map(({ source, epoch, seq, hash }) => [source, { epoch, seq, hash: toBase64url(hash) }]));
}
