import { leafHash, Frontier, frontierNodes } from '@nmirf/federation/tree';
import { dateCheckpoint, dateKeyOf, signCheckpoint } from '@nmirf/federation/checkpoint';
import { type NoteKey, noteKey } from '@nmirf/federation/note';
import { rawKey, type Signer } from '@nmirf/federation/keys';
import type { Trust } from '@nmirf/federation/trust';
import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { LogStore } from '@nmirf/replica/log/log-store';
import { TileReader } from '@nmirf/replica/log/tile-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { PROJECT } from '@nmirf/replica/projector/projection.worker';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';

export const CHECKPOINT = 'checkpoint';
export const LOG_GROWN = 'log_grown';
const PAGE = 2_000;
/** A log that does not grow is stood by once more after this long: whoever is shown an old checkpoint can tell by its date. */
const IDLE_MS = 10 * 60_000;

interface LogKeys {
  readonly x: string;
  readonly log: NoteKey;
  readonly date: NoteKey;
}

/**
 * Signs what the sequencer wrote. Leaves are read again as they stand in the table and hashed again, so a checkpoint says what
 * readers will get, not what a process believed it wrote.
 */
@Injectable()
export class Checkpointer {
  private readonly logger = new Logger(Checkpointer.name);
  private wasHub = true;
  private known: Frontier | undefined;
  private key: LogKeys | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly checkpoints: CheckpointStore,
    private readonly trust: TrustStore,
    private readonly keys: KeysService,
    private readonly bells: Bells,
  ) {}

  @OnBell(CHECKPOINT, { sweep: true })
  async sign(): Promise<void> {
    let hasGrown: boolean;
    do {
      hasGrown = await this.signOnce();
      // Readers wait for the checkpoint; the hub's own tables come after it. Rung as well when nothing has grown: the connection may
      // have been lost after the commit of the one before.
      void this.bells.ring(PROJECT);
    } while (hasGrown);
  }

  /** Signs the log as it stands, once more when it is idle; false when it has not grown. */
  private async signOnce(): Promise<boolean> {
    const [latest, head] = await Promise.all([this.checkpoints.latest(), this.store.head(this.db.manager)]);
    const from = latest?.size ?? 0;
    const isIdle = head.size <= from;
    if (isIdle && (!latest || Date.now() - latest.signedAt.getTime() < IDLE_MS)) return false;
    const trust = (await this.trust.upTo(this.db.manager, head.governanceAt))!;
    if (!(await this.isHub(trust))) return false;
    const { size, signer } = await this.ending(trust, from, head.size);
    const frontier = await this.reread(await this.frontierAt(from), size);
    const root = frontier.root();
    const isWhole = size < head.size || Buffer.compare(root, head.frontier.root()) === 0;
    if (!isWhole) throw new Error(`The stored leaves do not hash to the root of size ${size}`);
    const signedAt = new Date();
    await this.checkpoints.announce({ size, root, note: this.note(trust.origin, size, root, signer, signedAt), signedAt }, LOG_GROWN);
    this.known = frontier;
    return !isIdle;
  }

  /** A server that takes the hub over signs nothing before the log names its keys; one that was the hub signs nothing more. */
  private async isHub(trust: Trust): Promise<boolean> {
    const isHub = await this.keys.isHub(trust);
    if (!isHub && this.wasHub) this.logger.warn('The log names other keys for the hub than those here: nothing is accepted or signed');
    this.wasHub = isHub;
    return isHub;
  }

  /**
   * Up to where to sign, and with which key. The last checkpoint before another key takes over ends right before the message that
   * brings it in, as far as the old key is still at hand: whoever reads the log from its beginning knows no other key until then.
   */
  private async ending(trust: Trust, from: number, end: number): Promise<{ readonly size: number; readonly signer: Signer }> {
    const turn = trust.hub.keys.find((key) => key.use === 'log' && key.from > from && key.from < end)?.from;
    const before = turn === undefined ? undefined : await this.keys.held('log', trust, turn);
    if (turn !== undefined && before) return { size: turn, signer: before };
    return { size: end, signer: await this.keys.signer('log', trust, end) };
  }

  private note(origin: string, size: number, root: Uint8Array, signer: Signer, at: Date): string {
    const { log, date } = this.keysOf(origin, signer.publicKey.x);
    const sign = (message: Uint8Array): Uint8Array => signer.sign(message);
    const signed = signCheckpoint({ origin, size, root, extensions: [] }, log, sign);
    return dateCheckpoint(signed, date, Math.floor(at.getTime() / 1_000), sign);
  }

  /** Made once for a key: that it is sound costs more to check than a signature. */
  private keysOf(origin: string, x: string): LogKeys {
    if (this.key?.log.name !== origin || this.key.x !== x) {
      const log = noteKey(origin, rawKey(x)!);
      this.key = { x, log, date: dateKeyOf(log) };
    }
    return this.key;
  }

  private async frontierAt(size: number): Promise<Frontier> {
    if (size === 0) return Frontier.empty();
    if (this.known?.size === size) return this.known;
    const tiles = new TileReader(this.db.manager);
    return Frontier.of(size, await Promise.all(frontierNodes(size).map(({ level, index }) => tiles.node(level, index))));
  }

  private async reread(from: Frontier, size: number): Promise<Frontier> {
    let frontier = from;
    while (frontier.size < size) {
      const rows: { leaf: string }[] = await this.db.query(
        'select leaf from log_entry where pos >= $1 and pos < $2 order by pos limit $3',
        [frontier.size, size, PAGE],
      );
      frontier = frontier.appendAll(rows.map(({ leaf }) => leafHash(leaf)));
    }
    return frontier;
  }
}
