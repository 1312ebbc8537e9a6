import type { ChainHead } from '@nmirf/contracts/network/envelope';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { Receipt } from '@nmirf/contracts/network/receipt';
import { toBase64url } from '@nmirf/federation/base64url';
import { batchesOf } from '@nmirf/federation/batches';
import { sha256 } from '@nmirf/federation/crypto';
import type { Signer } from '@nmirf/federation/keys';
import { encodeLines } from '@nmirf/federation/lines';
import { openReceipt } from '@nmirf/federation/receipt';
import { epochOf, keyFor, mayPublish, type Trust } from '@nmirf/federation/trust';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { Bells } from '@nmirf/platform/queue/bell';
import { GATHER_MS, OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { span } from '@nmirf/platform/tracing/span';
import { KeyFileError } from '@nmirf/replica/keys/key-files';
import { type LogHead, LogStore } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isResting, type Link, LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { align, isBefore } from './alignment.js';
import { BATCHES_IN_FLIGHT, HubClient, HubFailure, type Signers } from './hub-client.js';
import { DRAIN, REALIGN, REFUSED, UPLOAD } from './outgoing.facade.js';
import { quietly } from './quietly.js';
import { chainHead, FIRST_SEALED, HAS_ITS_FILES, headOf, nextDrafts, type Sealed, sealDrafts, waiting, WINDOW } from './sealing.js';
import { isForCircumstances, isOtherHistory, isTaken, lacksFiles, settle } from './settling.js';

/** A hub that takes nothing now is asked again after this long, when it does not say; its log is read on meanwhile. */
const PATIENCE_MS = 5_000;
const END = Number.MAX_SAFE_INTEGER;
/** Before the ends of the chain have been compared, what was accepted and is not proven counts too: the hub may have lost it. */
const UNPROVEN = `select 1 from outgoing_message where state = 'accepted' limit 1`;
const DUE = `
  (${FIRST_SEALED}) union all
  (select 1 from outgoing_message where state = 'draft' and signed_by = $1 and ${HAS_ITS_FILES} order by id limit 1)`;

/** The hub's answer to a batch, and the text it came as. */
interface Answer {
  readonly receipt: Receipt;
  readonly jws: string;
}

/** The line to the hub, what this node knows of the membership, and who signs. */
interface Round {
  readonly link: Link;
  readonly trust: Trust;
  /** What this node has verified of the log. */
  readonly log: LogHead;
  readonly signers: Signers;
  /** The recovery key, when somebody has brought it: then only what waits for it is sealed. */
  readonly recovery: Signer | undefined;
}

/** Seals drafts in order and sends them until nothing is due. One at a time in the whole node: the lock is the order of the chain. */
@Injectable()
export class DrainWorker {
  private readonly logger = new Logger(DrainWorker.name);
  /** Whether the end of the chain here has been compared with the hub's since something may have changed. */
  private isAligned = false;
  private hasGap = false;
  /** Whether the hub keeps what it gives no place yet: what belongs to it travels behind it without an answer. */
  private isKept = false;
  private known: ChainHead | undefined;
  private notBefore = 0;

  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly client: HubClient,
    private readonly store: LogStore,
    private readonly trust: TrustStore,
    private readonly bells: Bells,
  ) {}

  @OnBell(DRAIN, { sweep: true, restMs: GATHER_MS })
  drain(): Promise<void> {
    return this.drainWith(undefined);
  }

  /** The line was down, or the hub: what it has of this node may be less than it was. */
  @OnBell(REALIGN)
  async realign(): Promise<void> {
    this.isAligned = false;
    await this.drain();
  }

  /** Sends what waits for the recovery key, at once: also while the line is stopped or the member suspended. */
  drainWith(recovery: Signer | undefined): Promise<void> {
    return withLockInTurn(this.db, DRAIN, async () => {
      while (await this.round(recovery));
    });
  }

  /** Sends what waits, batch after batch; answers whether there may be more. What comes meanwhile rings for itself. */
  private async round(recovery: Signer | undefined): Promise<boolean> {
    const [link, log] = await Promise.all([this.link.find(), this.store.head(this.db.manager)]);
    const trust = await this.trust.upTo(this.db.manager, log.governanceAt);
    if (!link || !trust || !(recovery || this.isOpen(link)) || !mayPublish(trust, link.node, END, recovery ? 'rec' : 'msg')) return false;
    const round = await this.signedBy({ link, trust, log, recovery });
    if (!round || !(await this.aligned(round))) return false;
    const sealed = await span('seal', () => this.db.transaction((tx) => this.sealed(tx, round)));
    return sealed.length > 0 && this.deliver(round, sealed);
  }

  private isOpen(link: Link): boolean {
    return !link.stopped && !isResting(link) && this.notBefore <= Date.now();
  }

  /** Undefined while no key here is in force: what waits is sealed once there is one. */
  private async signedBy(round: Omit<Round, 'signers'>): Promise<Round | undefined> {
    if (round.recovery) return { ...round, signers: [round.recovery] };
    const signers = await this.keys.senders(round.trust);
    return signers && { ...round, signers };
  }

  /** What was sealed before a crash goes first, and the drafts behind it have nobody who rings for them. */
  private async isDue(recovery: Signer | undefined): Promise<boolean> {
    const due: unknown[] = await this.db.query(DUE, [recovery ? 'rec' : 'msg']);
    return due.length > 0;
  }

  private async aligned({ link, trust, signers, recovery }: Round): Promise<boolean> {
    if (this.isAligned) return true;
    if (!(await this.isDue(recovery)) && (await this.db.query(UNPROVEN)).length === 0) return false;
    const answer = await this.client.head(link, signers).catch((error: unknown) => this.failed(error));
    if (!answer) return false;
    const standing = await this.db.transaction((tx) => align(tx, link.node as NodeId, trust, answer));
    if (standing === 'behind') this.logger.warn('The hub holds messages of this node that its log does not show yet: waiting for them');
    if (standing === 'ahead') await this.stop('cursor-ahead', 'the hub does not hold what it signed for');
    this.isAligned = standing === 'aligned';
    return this.isAligned;
  }

  /** What is sealed and unanswered, or else the next drafts, sealed now. */
  private async sealed(tx: EntityManager, { link, trust, log, recovery }: Round): Promise<readonly Sealed[]> {
    const drafts = await nextDrafts(tx, recovery ? 'rec' : 'msg', this.isKept ? 'sealed' : 'answered');
    // Where there are drafts nothing is without an answer, unless the hub keeps what it cannot answer yet.
    const unanswered = drafts.length === 0 || this.isKept ? await waiting(tx) : [];
    if (drafts.length === 0) return unanswered;
    const node = link.node as NodeId;
    const [head, signer] = [headOf(unanswered.at(-1)) ?? (await chainHead(tx, node)), recovery ?? (await this.inForce(trust))];
    // A chain that is shorter than it was is another database, restored under this process.
    if (this.known && isBefore(head, this.known)) this.isAligned = false;
    if (!signer || !this.isAligned) return [];
    this.known = head;
    const seen = `${log.size}:${toBase64url(log.frontier.root())}`;
    const time = new Date(this.client.now()).toISOString();
    const sealing = { signer, node, head, seen, epoch: epochOf(trust, node), time };
    return [...unanswered, ...(await sealDrafts(tx, drafts, sealing, true))];
  }

  private async inForce(trust: Trust): Promise<Signer | undefined> {
    return this.keys.signer('msg', trust).catch((error: unknown) => {
      if (!(error instanceof KeyFileError)) throw error;
      this.logger.warn(error.message);
      return undefined;
    });
  }

  /** An answer is written down while the next batch travels; nothing travels behind an answer that is not all acceptance. */
  private async deliver(round: Round, messages: readonly Sealed[]): Promise<boolean> {
    let kept: Promise<void> = Promise.resolve();
    let [window, rest] = [messages, batchesOf(messages)];
    const travelling: { readonly batch: readonly Sealed[]; readonly answer: Promise<Answer> }[] = [];
    // Several processes of a hub may have taken up what travelled together in another order: then one waits for the other.
    const atOnce = this.hasGap ? 1 : BATCHES_IN_FLIGHT;
    const send = (): void => {
      for (const batch of rest.splice(0, atOnce - travelling.length)) travelling.push({ batch, answer: quietly(this.send(round, batch)) });
    };
    try {
      for (send(); travelling.length > 0; send()) {
        // Behind a full window there may be more: it is read while the last of this one travel.
        if (rest.length === 0 && window.length === WINDOW) rest = batchesOf((window = await waiting(this.db.manager, window.at(-1))));
        const { batch, answer } = travelling.shift()!;
        const { receipt, jws } = await answer;
        await kept;
        kept = quietly(this.written(batch, { receipt, jws }));
        if (!receipt.entries.every(isTaken)) {
          // What is on its way behind it follows nothing that was taken: the hub answers that there is a gap, as must be.
          await Promise.allSettled(travelling.map((each) => each.answer));
          await kept;
          return await this.heed(receipt, round);
        }
      }
      await kept;
      this.hasGap = false;
      this.isKept = false;
      const [isDue] = await Promise.all([this.isDue(round.recovery), this.link.reached()]);
      return isDue;
    } catch (error) {
      await Promise.allSettled([kept, ...travelling.map((each) => each.answer)]);
      await this.failed(error);
      return false;
    }
  }

  /** Writes an answer down. What was all taken is one statement, which is a transaction by itself. */
  private written(batch: readonly Sealed[], { receipt, jws }: Answer): Promise<void> {
    const write = (tx: EntityManager): Promise<void> => settle(tx, batch, receipt, jws, this.client.now());
    return receipt.entries.every(isTaken) ? write(this.db.manager) : this.db.transaction(write);
  }

  /** Throws `HubFailure` when the answer is not the hub's receipt for exactly these bytes. */
  private async send({ link, trust, signers }: Round, batch: readonly Sealed[]): Promise<Answer> {
    const body = encodeLines(batch.map(({ jws }) => jws));
    const jws = await this.client.send(link, body, signers);
    const receipt = openReceipt(jws, (kid) => keyFor(trust, kid, END, 'receipt'));
    const hash = toBase64url(sha256(body));
    if (receipt.network !== link.network || receipt.to !== link.node || receipt.batch !== hash) throw new HubFailure('proof-invalid');
    return { receipt, jws };
  }

  /**
   * What to do about a message that was not taken; whether to go on. A gap is looked into once, by comparing with the hub. A fork, a
   * second gap and another history are for a human: sending more would only repeat it.
   */
  private async heed({ entries }: Receipt, { recovery }: Round): Promise<boolean> {
    const trouble = entries.find((entry) => !isTaken(entry))!;
    const place = `${trouble.epoch}/${trouble.seq}`;
    if (trouble.status === 'gap' && !this.hasGap) {
      this.isAligned = false;
      this.hasGap = true;
      return true;
    }
    if (trouble.status !== 'rejected') return this.stop(trouble.problem?.code ?? trouble.status, place);
    if (isOtherHistory(trouble)) return this.stop('proof-invalid', `seen ${place}`);
    if (lacksFiles(trouble)) await this.bells.ring(UPLOAD);
    else if (!isForCircumstances(trouble)) await this.bells.ring(REFUSED);
    if (!isForCircumstances(trouble) || lacksFiles(trouble) || recovery) return true;
    await this.link.failed(Math.random());
    return false;
  }

  /** The line failed, or the hub does not want to hear this node now. Its log can be read all the same when it is only that. */
  private async failed(error: unknown): Promise<undefined> {
    this.isAligned = false;
    this.isKept = error instanceof HubFailure && error.code === 'recovery';
    const { code, retryAfterMs } = error instanceof HubFailure ? error : { code: '', retryAfterMs: 0 };
    if (code === 'chain-fork') await this.stop(code, 'the committee decides');
    else if (code === 'rate-limited' || code === 'recovery') this.rest(retryAfterMs || PATIENCE_MS);
    else await this.link.failed(Math.random(), retryAfterMs);
  }

  private rest(ms: number): void {
    this.notBefore = Date.now() + ms;
    setTimeout(() => void this.bells.ring(DRAIN), ms).unref();
  }

  /** Stops what leaves; the log is read on, for it may say how this ends. */
  private async stop(code: string, detail: string): Promise<false> {
    this.isAligned = false;
    this.hasGap = false;
    await this.link.stop({ code, detail, at: new Date().toISOString(), only: 'sending' });
    return false;
  }
}
