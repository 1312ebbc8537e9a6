import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';
import { NarrowedPractice } from './narrowed-practice.js';

/**
 * The latest published version of a practice, as the log tells it: what the library is narrowed and ordered by. What it says is read from
 * its message in the log, which is the only copy.
 */
@Entity('replica_practice')
@Index('replica_practice_newest', ['position'])
@Index('replica_practice_source', ['source', 'position'])
export class ReplicaPractice extends NarrowedPractice {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('bigint', { transformer: position }) position!: number;
  @Column('bytea', { name: 'message_hash' }) messageHash!: Buffer;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
