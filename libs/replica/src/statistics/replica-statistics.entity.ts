import type { StatisticsKind } from '@nmirf/contracts/statistics/statistics';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** The latest table of counts a mechanism published, of each kind. What it says is read from its message in the log. */
@Entity('replica_statistics')
export class ReplicaStatistics {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'replica_statistics_pkey' }) source!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'replica_statistics_pkey' }) kind!: StatisticsKind;
  @Column('int') version!: number;
  @Column('bigint', { transformer: position }) position!: number;
  @Column('bytea', { name: 'message_hash' }) messageHash!: Buffer;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
