import type { Language } from '@nmirf/contracts/languages/language';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/**
 * The latest published version of a practice, as the log tells it: what the library is narrowed and ordered by. What it says is read from
 * its message in the log, which is the only copy.
 */
@Entity('replica_practice')
@Index('replica_practice_newest', ['position'])
@Index('replica_practice_source', ['source', 'position'])
export class ReplicaPractice {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('bigint', { transformer: position }) position!: number;
  @Column('bytea', { name: 'message_hash' }) messageHash!: Buffer;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('text') source!: string;
  @Column('text') region!: string;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text') type!: string;
  @Column('int', { name: 'from_year' }) fromYear!: number;
  @Column('text', { array: true }) languages!: Language[];
  @Column('text', { array: true }) themes!: string[];
  @Column('int', { array: true }) sdgs!: number[];
}
