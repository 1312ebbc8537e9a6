import { setImmediate as breathe } from 'node:timers/promises';
import type { ChainHead } from '@nmirf/contracts/network/envelope';
import { toBase64url } from '@nmirf/federation/base64url';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PROJECT } from '../projector/projection.worker.js';
import { type Changed, type Moved, moving, Projector } from '../projector/projector.js';
import { type Checkpoint, CheckpointStore, type Kept, keeping, wasKept } from './checkpoint-store.js';
import type { FeedPage } from './feed-page.js';
import { LogStore } from './log-store.js';
import { type Known, type VerifiedPage, verifySteps } from './page.rules.js';
import { TrustStore } from './trust-store.js';

/** Messages that are checked before the server looks at something else, such as the page before that is being stored: a millisecond or two. */
const BREATH = 8;

/** Extends this server's copy of the log by pages, wherever they come from: each is checked against all that is here before it is kept. */
@Injectable()
export class PageStore {
  constructor(
    private readonly db: DataSource,
    private readonly log: LogStore,
    private readonly checkpoints: CheckpointStore,
    private readonly trust: TrustStore,
    private readonly projector: Projector,
  ) {}

  /** What is here in front of the next page of this network's log. */
  async known(network: string): Promise<Known> {
    const tx = this.db.manager;
    const { frontier, receivedMs, governanceAt } = await this.log.head(tx);
    return { network, frontier, receivedMs, trust: await this.trust.upTo(tx, governanceAt), heads: await sourceHeads(tx) };
  }

  /** @throws BrokenPage */
  async verified(page: FeedPage, known: Known): Promise<VerifiedPage> {
    const steps = verifySteps(page, known);
    for (let i = 1; ; i++) {
      const { done, value } = steps.next();
      if (done) return value;
      if (i % BREATH === 0) await breathe();
    }
  }

  /** Writes a page that was verified against `known`, which must still be all that is here. Answers the bells to ring. */
  async keep(tx: EntityManager, known: Known, verified: VerifiedPage): Promise<Changed> {
    const head = await this.log.head(tx, 'write');
    if (Buffer.compare(head.frontier.toBytes(), known.frontier.toBytes()) !== 0) throw new Error('Somebody else extended the log');
    const { frontier, entries, messages } = verified;
    const checkpoint = checkpointOver(verified);
    const beside = [moving(head.size, frontier.size), ...(checkpoint ? [keeping(checkpoint)] : [])];
    const done = await this.log.append<Moved & Kept>(tx, head, frontier, entries, beside);
    if (checkpoint) wasKept(checkpoint, done);
    else await this.keepCheckpoint(tx, verified);
    return done.moved === null ? [PROJECT] : this.projector.apply(tx, messages);
  }

  /** A checkpoint over all that is here, of one that has been kept already its newest date; of one over more, what ties this end to it. */
  async keepCheckpoint(tx: EntityManager, verified: VerifiedPage): Promise<void> {
    const { checkpoint, frontier, note, proof } = verified;
    const whole = checkpointOver(verified);
    if (whole) await this.checkpoints.keep(tx, whole);
    else if (checkpoint.size > frontier.size) await this.checkpoints.tie(tx, { size: frontier.size, note, proof });
  }
}

/** The checkpoint of a page that ends where it does. */
function checkpointOver({ checkpoint, frontier: { size }, note, signedAt }: VerifiedPage): Checkpoint | undefined {
  return checkpoint.size > size || size === 0 ? undefined : { size, root: checkpoint.root, note, signedAt };
}

async function sourceHeads(tx: EntityManager): Promise<Map<string, ChainHead>> {
  const rows: { source: string; epoch: number; seq: number; hash: Buffer }[] = await tx.query(
    'select source, epoch, seq, hash from source_head',
  );
  return new Map(rows.map(({ source, epoch, seq, hash }) => [source, { epoch, seq, hash: toBase64url(hash) }]));
}
