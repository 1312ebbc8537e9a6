import { setTimeout as pause } from 'node:timers/promises';
import type { ChainHead } from '@nmirf/contracts/network/envelope';
import { toBase64url } from '@nmirf/federation/base64url';
import { mayPublish, mayRead } from '@nmirf/federation/trust';
import { withLock } from '@nmirf/platform/database/advisory-lock';
import { Closing } from '@nmirf/platform/http/closing';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Bells } from '@nmirf/platform/queue/bell';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { type LogHead, LogStore } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Projector } from '@nmirf/replica/projector/projector';
import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Link } from '../../foundation/link/link.facade.js';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { type FeedPage, HubClient, HubFailure } from './hub-client.js';
import { DRAIN } from './outgoing.facade.js';
import { BrokenPage, type Known, verifyPage, type VerifiedPage } from './page.rules.js';
import { WITNESS } from './witness.worker.js';

const PAGE = 500;
const WAIT_S = 25;
const REST_MS = 1_000;

/** Follows the log: asks the hub for what comes next, checks all of it, and only then stores and shows it. */
@Injectable()
export class Puller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Puller.name);
  private following: Promise<void> | undefined;
  private ahead: { readonly from: number; readonly page: Promise<FeedPage> } | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly client: HubClient,
    private readonly store: LogStore,
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
    if (!link || link.stopped || (link.nextTryAt?.getTime() ?? 0) > Date.now()) return false;
    const [head, trust] = [await this.store.head(this.db.manager), await this.trust.current(this.db.manager)];
    const { size } = head;
    const isMember = trust !== undefined && mayRead(trust, link.node, Number.MAX_SAFE_INTEGER);
    const page = await this.page(link, size, isMember).catch(async (error: unknown) => {
      if (!this.closing.signal.aborted) await this.link.failed(Math.random());
      throw isRolledBack(error) ? new BrokenPage('cursor-ahead', size) : error;
    });
    const reached = this.link.reached();
    reached.catch(() => undefined);
    if (page.entries.length === PAGE) this.askAhead(link, page.next, isMember);
    if (page.entries.length === 0 && size > 0) verifyPage(page, await this.known(this.db.manager, link, head));
    if (page.entries.length > 0) {
      await this.db.transaction((tx) => this.take(tx, link, page));
      void this.bells.ring(WITNESS);
    }
    const wasDown = await reached;
    // The line is back, or this page may have let the node publish: what waited can be sent. New messages ring for themselves.
    const mayPublishAlready = trust !== undefined && mayPublish(trust, link.node, Number.MAX_SAFE_INTEGER);
    if (wasDown || !mayPublishAlready) void this.bells.ring(DRAIN);
    return true;
  }

  /** The page behind `from`: the one that was asked for ahead, or a new one. */
  private page(link: Link, from: number, isMember: boolean): Promise<FeedPage> {
    const ahead = this.ahead;
    this.ahead = undefined;
    return ahead?.from === from ? ahead.page : this.client.feed(link, from, PAGE, WAIT_S, isMember, this.closing.signal);
  }

  /** Behind a full page there is another: it travels while this one is checked and stored. */
  private askAhead(link: Link, from: number, isMember: boolean): void {
    const page = this.client.feed(link, from, PAGE, 0, isMember, this.closing.signal);
    // Told where it is awaited, if it ever is.
    page.catch(() => undefined);
    this.ahead = { from, page };
  }

  private async take(tx: EntityManager, link: Link, page: FeedPage): Promise<void> {
    const head = await this.store.head(tx, 'write');
    const verified = verifyPage(page, await this.known(tx, link, head));
    await this.store.append(tx, head, verified.frontier, verified.entries);
    if (verified.checkpoint.size === verified.frontier.size) {
      await this.checkpoints.keep(tx, {
        size: verified.checkpoint.size,
        root: verified.checkpoint.root,
        note: verified.note,
        signedAt: new Date(),
      });
    }
    await this.projector.position(tx);
    await this.projector.apply(tx, verified.messages, verified.frontier.size);
    await proven(tx, link.node, verified, head.size);
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
    this.log.warn(error instanceof Error ? error.message : 'The log could not be followed');
    return false;
  }
}

/** The hub's log has fewer leaves than this node has verified: it was rolled back, which no honest hub does without a word. */
const isRolledBack = (error: unknown): boolean => error instanceof HubFailure && error.code === 'cursor-ahead';

async function sourceHeads(tx: EntityManager): Promise<Map<string, ChainHead>> {
  const rows: { source: string; epoch: number; seq: number; hash: Buffer }[] = await tx.query(
    'select source, epoch, seq, hash from source_head',
  );
  return new Map(rows.map(({ source, epoch, seq, hash }) => [source, { epoch, seq, hash: toBase64url(hash) }]));
}

/** What this node sees of its own in a verified log is proven. */
async function proven(tx: EntityManager, node: string, { entries }: VerifiedPage, from: number): Promise<void> {
  const own = entries.flatMap(({ source, hash }, i) =>
    source === node ? [{ hash: Buffer.from(hash).toString('hex'), pos: from + i }] : [],
  );
  if (own.length === 0) return;
  await tx.query(
    `update outgoing_message message set state = 'proven', position = pos, proven_at = now(), accepted_at = coalesce(accepted_at, now())
       from json_to_recordset($1) as own(hash text, pos bigint) where message.hash = decode(own.hash, 'hex')`,
    [JSON.stringify(own)],
  );
}
