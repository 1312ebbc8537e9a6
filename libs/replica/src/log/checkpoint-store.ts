import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan, LessThanOrEqual } from 'typeorm';
import { LogCheckpoint } from './log-checkpoint.entity.js';

interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly signedAt: Date;
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

  /** Keeps a checkpoint; one of the same size and root is refreshed, and one of another root breaks the primary key's promise: it throws. */
  async keep(tx: EntityManager, { size, root, note, signedAt }: Checkpoint): Promise<void> {
    const kept: unknown[] = await tx.query(
      `insert into log_checkpoint (size, root, note, signed_at) values ($1, $2, $3, $4)
       on conflict (size) do update set note = excluded.note, signed_at = excluded.signed_at where log_checkpoint.root = excluded.root
       returning size`,
      [size, Buffer.from(root), note, signedAt],
    );
    if (kept.length === 0) throw new Error(`Two roots for the log at size ${size}`);
  }
}
