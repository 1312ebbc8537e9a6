import type { AnonymisationReport } from '@nmirf/contracts/practices/report';
import type { PracticeSummary } from '@nmirf/contracts/practices/summary';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** The latest published version of a practice, as the log tells it. */
@Entity('replica_practice')
@Index('replica_practice_newest', ['position'])
@Index('replica_practice_source', ['source', 'position'])
export class ReplicaPractice {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') source!: string;
  @Column('bigint', { transformer: position }) position!: number;
  @Column('bytea', { name: 'message_hash' }) messageHash!: Buffer;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('jsonb') summary!: PracticeSummary;
  @Column('jsonb') report!: AnonymisationReport;
}
