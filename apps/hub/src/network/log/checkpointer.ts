import { leafHash, Frontier, frontierNodes } from '@nmirf/federation/tree';
import { signCheckpoint } from '@nmirf/federation/checkpoint';
import { type NoteKey, noteKey } from '@nmirf/federation/note';
import { rawKey } from '@nmirf/federation/keys';
import { Notifications } from '@nmirf/platform/database/notifications';
import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { LogStore } from '@nmirf/replica/log/log-store';
import { TileReader } from '@nmirf/replica/log/tile-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { PROJECT } from '@nmirf/replica/projector/projection.worker';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';

export const CHECKPOINT = 'checkpoint';
export const LOG_GROWN = 'log_grown';
const PAGE = 2_000;

/**
 * Signs what the sequencer wrote. Leaves are read again as they stand in the table and hashed again, so a checkpoint says what
 * readers will get, not what a process believed it wrote.
 */
@Injectable()
export class Checkpointer {
  private known: Frontier | undefined;
  private key: (NoteKey & { readonly x: string }) | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly checkpoints: CheckpointStore,
    private readonly trust: TrustStore,
    private readonly keys: KeysService,
    private readonly notifications: Notifications,
    private readonly bells: Bells,
  ) {}

  @OnBell(CHECKPOINT, { sweep: true })
  async sign(): Promise<void> {
    let hasGrown: boolean;
    do {
      hasGrown = await this.db.transaction((tx) => this.signOnce(tx));
      // Readers wait for the checkpoint; the hub's own tables come after it. Rung as well when nothing has grown: the connection may
      // have been lost after the commit of the one before.
      void this.bells.ring(PROJECT);
    } while (hasGrown);
  }

  /** Signs the log as it stands; false when it has not grown. */
  private async signOnce(tx: EntityManager): Promise<boolean> {
    const [latest, head] = [await this.checkpoints.latest(tx), await this.store.head(tx)];
    const from = latest?.size ?? 0;
    if (head.size <= from) return false;
    const frontier = await this.reread(tx, await this.frontierAt(tx, from), head.size);
    const root = frontier.root();
    if (Buffer.compare(root, head.frontier.root()) !== 0) throw new Error(`The stored leaves do not hash to the root of size ${head.size}`);
    const trust = await this.trust.upTo(tx, head.governanceAt);
    const signer = await this.keys.signer('log');
    const note = signCheckpoint(
      { origin: trust!.origin, size: head.size, root, extensions: [] },
      this.noteKey(trust!.origin, signer.publicKey.x),
      (text) => signer.sign(text),
    );
    await this.checkpoints.keep(tx, { size: head.size, root, note, signedAt: new Date() });
    await this.notifications.notify(tx, LOG_GROWN, String(head.size));
    this.known = frontier;
    return true;
  }

  /** Made once for a key: that it is sound costs more to check than a signature. */
  private noteKey(origin: string, x: string): NoteKey {
    if (this.key?.name !== origin || this.key.x !== x) this.key = { ...noteKey(origin, rawKey(x)!), x };
    return this.key;
  }

  private async frontierAt(tx: EntityManager, size: number): Promise<Frontier> {
    if (size === 0) return Frontier.empty();
    if (this.known?.size === size) return this.known;
    const tiles = new TileReader(tx);
    return Frontier.of(size, await Promise.all(frontierNodes(size).map(({ level, index }) => tiles.node(level, index))));
  }

  private async reread(tx: EntityManager, from: Frontier, size: number): Promise<Frontier> {
    let frontier = from;
    while (frontier.size < size) {
      const rows: { leaf: string }[] = await tx.query('select leaf from log_entry where pos >= $1 and pos < $2 order by pos limit $3', [
        frontier.size,
        size,
        PAGE,
      ]);
      frontier = frontier.appendAll(rows.map(({ leaf }) => leafHash(leaf)));
    }
    return frontier;
  }
}
