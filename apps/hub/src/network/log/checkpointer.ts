import { setTimeout as pause } from 'node:timers/promises';
import { leafHash, Frontier, frontierNodes } from '@nmirf/federation/tree';
import { dateCheckpoint, dateKeyOf, signCheckpoint } from '@nmirf/federation/checkpoint';
import { type NoteKey, noteKey } from '@nmirf/federation/note';
import { rawKey, type Signer } from '@nmirf/federation/keys';
import type { Trust } from '@nmirf/federation/trust';
import { Bells } from '@nmirf/platform/queue/bell';
import { GATHER_MS, OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { type Checkpoint, CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { TileReader } from '@nmirf/replica/log/tile-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { PROJECT } from '@nmirf/replica/projector/projection.worker';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { SeenClaims } from '../sequencer/seen-claims.js';

export const CHECKPOINT = 'checkpoint';
export const LOG_GROWN = 'log_grown';
/** Rung behind a checkpoint. */
export const SIGNED = 'signed';
const READERS_FIRST_MS = 20;
const PAGE = 2_000;

/** Where the log and its last checkpoint stand, and the next leaves behind that, out of one look: readers wait for every turn. */
const STANDING = `
  select state.size, state.frontier, state.governance_at, signed.size as signed_size, signed.signed_at,
         (select json_agg(leaf order by pos) from (
            select pos, leaf from log_entry where pos >= coalesce(signed.size, 0) and pos < state.size order by pos limit ${PAGE}) behind) as leaves
    from log_state state left join lateral (select size, signed_at from log_checkpoint order by size desc limit 1) signed on true
   where state.id = 1`;

interface Standing {
  readonly size: string;
  readonly frontier: Buffer;
  readonly governance_at: string;
  readonly signed_size: string | null;
  readonly signed_at: Date | null;
  readonly leaves: readonly string[] | null;
}
/** A log that does not grow is stood by once more after this long: whoever is shown an old checkpoint can tell by its date. */
const IDLE_MS = 10 * 60_000;

/** A log that has grown by a few leaves in a transaction that has not ended. */
export interface Growth {
  readonly trust: Trust;
  /** The tree before them, and the last checkpoint. */
  readonly before: Frontier;
  readonly signed: { readonly size: number; readonly root: Uint8Array } | undefined;
  /** As they stand in the table. */
  readonly leaves: readonly string[];
  /** The tree as whoever wrote them believes it to be. */
  readonly after: Frontier;
}

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
    private readonly checkpoints: CheckpointStore,
    private readonly trust: TrustStore,
    private readonly keys: KeysService,
    private readonly bells: Bells,
    private readonly seen: SeenClaims,
  ) {}

  @OnBell(CHECKPOINT, { sweep: true, restMs: GATHER_MS })
  async sign(): Promise<void> {
    // What is committed meanwhile rings for itself.
    while (await this.signOnce());
    // Rung as well when nothing has grown: the connection may have been lost after the commit of the one before.
    void this.bells.ring(SIGNED);
  }

  /** Readers wait for the checkpoint; the hub's own tables come after it, when those who waited have been answered. */
  @OnBell(SIGNED)
  async bringIn(): Promise<void> {
    await pause(READERS_FIRST_MS);
    void this.bells.ring(PROJECT);
  }

  /** Signs the log as it stands, once more when it is idle; whether there is more to sign, with another key. */
  private async signOnce(): Promise<boolean> {
    const [standing]: Standing[] = await this.db.query(STANDING);
    if (!standing) return false;
    const [end, from] = [Number(standing.size), Number(standing.signed_size ?? 0)];
    const isIdle = end <= from;
    if (isIdle && (!standing.signed_at || Date.now() - standing.signed_at.getTime() < IDLE_MS)) return false;
    const trust = (await this.trust.upTo(this.db.manager, Number(standing.governance_at)))!;
    if (!(await this.isHub(trust))) return false;
    const { size, signer } = await this.ending(trust, from, end);
    const frontier = await this.reread(await this.frontierAt(from), size, standing.leaves ?? []);
    const isWhole = size < end || Buffer.compare(frontier.root(), Frontier.fromBytes(standing.frontier).root()) === 0;
    if (!isWhole) throw notWhole(size);
    await this.checkpoints.announce(this.made(trust, frontier, signer), LOG_GROWN);
    this.stands(frontier);
    return size < end;
  }

  /**
   * The checkpoint over a log that was covered to its end before it grew, for the transaction in which it grows: its readers then wait for
   * one commit and not for two. Undefined where this needs more than a look: whoever signs behind the commit sees to it.
   */
  async beside({ trust, before, signed, leaves, after }: Growth): Promise<Checkpoint | undefined> {
    if (signed?.size !== before.size || Buffer.compare(signed.root, before.root()) !== 0) return undefined;
    const signer = await this.keys.held('log', trust, after.size);
    if (!signer) return undefined;
    const frontier = before.appendAll(leaves.map(leafHash));
    if (Buffer.compare(frontier.root(), after.root()) !== 0) throw notWhole(after.size);
    return this.made(trust, frontier, signer);
  }

  /** The log stands under a checkpoint that this process has signed, and that is durable. */
  stands(frontier: Frontier): void {
    this.known = frontier;
    this.seen.holds(frontier.size, frontier.root());
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

  private made({ origin }: Trust, frontier: Frontier, signer: Signer): Checkpoint {
    const [{ size }, root, signedAt] = [frontier, frontier.root(), new Date()];
    const { log, date } = this.keysOf(origin, signer.publicKey.x);
    const sign = (message: Uint8Array): Uint8Array => signer.sign(message);
    const signed = signCheckpoint({ origin, size, root, extensions: [] }, log, sign);
    return { size, root, note: dateCheckpoint(signed, date, Math.floor(signedAt.getTime() / 1_000), sign), signedAt };
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

  /** The tree up to `size`; of its leaves behind `from` some have been read already. */
  private async reread(from: Frontier, size: number, read: readonly string[]): Promise<Frontier> {
    let frontier = from.appendAll(read.slice(0, Math.max(0, size - from.size)).map(leafHash));
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

const notWhole = (size: number): Error => new Error(`The stored leaves do not hash to the root of size ${size}`);
