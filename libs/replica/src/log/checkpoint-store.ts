import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { LogCheckpoint } from './log-checkpoint.entity.js';
import { PageTie } from './page-tie.entity.js';

interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly signedAt: Date;
}

/** One of the same size and root is refreshed; one of another root changes nothing, and returns nothing. It stands for all ties before it. */
const KEEP = `
  with untied as (delete from page_tie where size <= $1)
  insert into log_checkpoint (size, root, note, signed_at) values ($1, $2, $3, $4)
  on conflict (size) do update set note = excluded.note, signed_at = excluded.signed_at where log_checkpoint.root = excluded.root
  returning size`;
const PROVEN = 'select greatest((select max(size) from log_checkpoint), (select max(size) from page_tie)) as size';
const ANNOUNCE = `${KEEP}, pg_notify($5, size::text)`;

/** Checkpoints this server has signed (hub) or verified (node). */
@Injectable()
export class CheckpointStore {
  constructor(private readonly db: DataSource) {}

  async latest(tx: EntityManager = this.db.manager): Promise<LogCheckpoint | undefined> {
    const [row] = await tx.find(LogCheckpoint, { order: { size: 'DESC' }, take: 1 });
    return row;
  }

  /** The newest checkpoint that is no longer than `size`. */
  async upTo(size: number): Promise<LogCheckpoint | undefined> {
    const [row] = await this.db.manager.find(LogCheckpoint, { where: { size: LessThanOrEqual(size) }, order: { size: 'DESC' }, take: 1 });
    return row;
  }

  async find(size: number, tx: EntityManager = this.db.manager): Promise<LogCheckpoint | undefined> {
    return (await tx.findOneBy(LogCheckpoint, { size })) ?? undefined;
  }

  /** So many, newest first, each smaller than `before`. */
  page(limit: number, before?: number): Promise<LogCheckpoint[]> {
    const where = before === undefined ? {} : { size: LessThan(before) };
    return this.db.manager.find(LogCheckpoint, { where, order: { size: 'DESC' }, take: limit });
  }

  /** Keeps a checkpoint. Throws when there is one of the same size and another root. */
  async keep(tx: EntityManager, checkpoint: Checkpoint): Promise<void> {
    wasKept(checkpoint, await tx.query(KEEP, rowOf(checkpoint)));
  }

  /** Keeps what ties the log here to a checkpoint over more. */
  async tie(tx: EntityManager, tie: PageTie): Promise<void> {
    await tx.upsert(PageTie, tie, ['size']);
  }

  /** The next end of a page behind `size` that is tied to a checkpoint over more; behind the last of them, that one. */
  async tieFrom(size: number): Promise<PageTie | undefined> {
    const where = { size: MoreThanOrEqual(size) };
    const [first, second] = await this.db.manager.find(PageTie, { where, order: { size: 'ASC' }, take: 2 });
    return first?.size === size ? (second ?? first) : first;
  }

  /** Up to where this copy of the log is proven by what the hub has signed. */
  async provenSize(): Promise<number> {
    const [row]: { size: string | null }[] = await this.db.query(PROVEN);
    return Number(row!.size ?? 0);
  }

  /** Keeps a checkpoint that this server has signed, and tells everybody who listens to `channel`. */
  async announce(checkpoint: Checkpoint, channel: string): Promise<void> {
    wasKept(checkpoint, await this.db.query(ANNOUNCE, [...rowOf(checkpoint), channel]));
  }
}

const rowOf = ({ size, root, note, signedAt }: Checkpoint): unknown[] => [size, Buffer.from(root), note, signedAt];

function wasKept({ size }: Checkpoint, kept: readonly unknown[]): void {
  if (kept.length === 0) throw new Error(`Two roots for the log at size ${size}`);
}
