import { setImmediate as breathe } from 'node:timers/promises';
import type { ChainHead } from '@nmirf/contracts/network/envelope';
import { toBase64url } from '@nmirf/federation/base64url';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { projectedTo, Projector } from '../projector/projector.js';
import { type Checkpoint, CheckpointStore, keeping, type Kept, wasKept } from './checkpoint-store.js';
import type { FeedPage } from './feed-page.js';
import { headOf, LogStore, STATE, type StateRow } from './log-store.js';
import { type Known, type VerifiedPage, verifySteps } from './page.rules.js';
import { TrustStore } from './trust-store.js';

/** Messages that are checked before the server looks at something else: some milliseconds. */
const BREATH = 32;

/** Where the log and the tables stand that follow it, both locked. */
const STANDING = `
  select ${STATE}, projected.position from log_state state, projection_state projected where state.id = 1 and projected.id = 1
     for update`;

interface Standing extends StateRow {
  readonly position: string;
}

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

  /** Writes a page that was verified against `known`, which must still be all that is here. */
  async keep(tx: EntityManager, known: Known, verified: VerifiedPage): Promise<void> {
    const [row]: Standing[] = await tx.query(STANDING);
    const head = headOf(row!);
    if (Buffer.compare(head.frontier.toBytes(), known.frontier.toBytes()) !== 0) throw new Error('Somebody else extended the log');
    // Tables that are not there yet catch up by themselves.
    const isInStep = Number(row!.position) === head.size;
    const { frontier, entries, messages } = verified;
    const checkpoint = whole(verified);
    const beside = [...(checkpoint ? [keeping(checkpoint)] : []), ...(isInStep ? [projectedTo(frontier.size)] : [])];
    const answer = await this.log.append<Kept>(tx, head, frontier, entries, beside);
    if (checkpoint) wasKept(checkpoint, answer);
    else await this.tie(tx, verified);
    if (isInStep) await this.projector.show(tx, messages);
  }

  /** A checkpoint over all that is here, of one that has been kept already its newest date; of one over more, what ties this end to it. */
  async keepCheckpoint(tx: EntityManager, verified: VerifiedPage): Promise<void> {
    const checkpoint = whole(verified);
    if (checkpoint) await this.checkpoints.keep(tx, checkpoint);
    else await this.tie(tx, verified);
  }

  private async tie(tx: EntityManager, { checkpoint, frontier: { size }, note, proof }: VerifiedPage): Promise<void> {
    if (checkpoint.size > size) await this.checkpoints.tie(tx, { size, note, proof });
  }
}

/** The checkpoint of a page that ends where it does. */
const whole = ({ checkpoint: { size, root }, frontier, note, signedAt }: VerifiedPage): Checkpoint | undefined =>
  size > frontier.size || size === 0 ? undefined : { size, root, note, signedAt };

async function sourceHeads(tx: EntityManager): Promise<Map<string, ChainHead>> {
  const rows: { source: string; epoch: number; seq: number; hash: Buffer }[] = await tx.query(
    'select source, epoch, seq, hash from source_head',
  );
  return new Map(rows.map(({ source, epoch, seq, hash }) => [source, { epoch, seq, hash: toBase64url(hash) }]));
}
