import { type Part, together } from '@nmirf/platform/database/together';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { LogCheckpoint } from './log-checkpoint.entity.js';
import { PageTie } from './page-tie.entity.js';

/** A checkpoint that was signed or verified here. */
export interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly signedAt: Date;
}

/** It stands for all ties before it. */
const keep = (conflict = ''): string => `
  untied as (delete from page_tie where size <= $1),
  signed as (insert into log_checkpoint (size, root, note, signed_at) values ($1, $2, $3, $4) ${conflict} returning size)`;

/** One of the same size and root is refreshed; one of another root changes nothing, and is not kept. */
const KEEP = keep(
  'on conflict (size) do update set note = excluded.note, signed_at = excluded.signed_at where log_checkpoint.root = excluded.root',
);
const TELL = `, told as materialized (select size, pg_notify($5, size::text) from signed)`;
const PROVEN = 'select greatest((select max(size) from log_checkpoint), (select max(size) from page_tie)) as size';

/** What the statement answers that kept a checkpoint. */
export interface Kept {
  readonly kept: string | null;
}

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
    await this.write(tx, checkpoint, keeping(checkpoint));
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
    await this.write(this.db.manager, checkpoint, announcing(checkpoint, channel));
  }

  private async write(tx: EntityManager, checkpoint: Checkpoint, part: Part): Promise<void> {
    const { text, values } = together([part]);
    const [row]: Kept[] = await tx.query(text, values);
    wasKept(checkpoint, row!);
  }
}

const rowOf = ({ size, root, note, signedAt }: Checkpoint): unknown[] => [size, Buffer.from(root), note, signedAt];

/** Keeps it beside what else a statement does; `wasKept` says whether it did. */
export const keeping = (checkpoint: Checkpoint): Part => ({
  ...{ text: KEEP, values: rowOf(checkpoint) },
  answers: '(select size from signed) as kept',
});

/** Keeps it, and tells everybody who listens to `channel` when that is durable. */
const announcing = (checkpoint: Checkpoint, channel: string, text = KEEP): Part => ({
  ...{ text: text + TELL, values: [...rowOf(checkpoint), channel] },
  answers: '(select size from told) as kept',
});

/** Keeps and tells, beside what else a statement does, a checkpoint of a size that was not there before: one that is there fails the statement. */
export const announcingNew = (checkpoint: Checkpoint, channel: string): Part => announcing(checkpoint, channel, keep());

/** Throws when what was to be kept was not, for there is one of the same size and another root. */
export function wasKept({ size }: Checkpoint, { kept }: Kept): void {
  if (kept === null) throw new Error(`Two roots for the log at size ${size}`);
}
