import { setImmediate as breathe } from 'node:timers/promises';
import type { ChainHead } from '@nmirf/contracts/network/envelope';
import { toBase64url } from '@nmirf/federation/base64url';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PROJECT } from '../projector/projection.worker.js';
import { type Changed, Projector } from '../projector/projector.js';
import { CheckpointStore } from './checkpoint-store.js';
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
    await this.log.append(tx, head, verified.frontier, verified.entries);
    await this.keepCheckpoint(tx, verified);
    const isNext = (await this.projector.position(tx)) === head.size;
    return isNext ? this.projector.apply(tx, verified.messages, verified.frontier.size) : [PROJECT];
  }

  /** A checkpoint over all that is here, of one that has been kept already its newest date; of one over more, what ties this end to it. */
  async keepCheckpoint(tx: EntityManager, { checkpoint, frontier: { size }, note, proof, signedAt }: VerifiedPage): Promise<void> {
    if (checkpoint.size > size) await this.checkpoints.tie(tx, { size, note, proof });
    else if (size > 0) await this.checkpoints.keep(tx, { size, root: checkpoint.root, note, signedAt });
  }
}

async function sourceHeads(tx: EntityManager): Promise<Map<string, ChainHead>> {
  const rows: { source: string; epoch: number; seq: number; hash: Buffer }[] = await tx.query(
    'select source, epoch, seq, hash from source_head',
  );
  return new Map(rows.map(({ source, epoch, seq, hash }) => [source, { epoch, seq, hash: toBase64url(hash) }]));
}
