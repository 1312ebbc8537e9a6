import type { Tombstone, WithdrawalReason } from '@nmirf/contracts/content/withdrawal';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** Content that was taken back. Its id stays closed: an older message that comes later brings nothing back. */
@Entity('replica_tombstone')
export class ReplicaTombstone {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'replica_tombstone_pkey' }) subject!: string;
  /** Whose content it was: somebody else's withdrawal of the same id closes nothing of theirs. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'replica_tombstone_pkey' }) source!: string;
  @Column('text') why!: Tombstone['why'];
  @Column('text') reason!: WithdrawalReason;
  @Column('boolean') purged!: boolean;
  @Column('bigint', { transformer: position }) position!: number;
  @Column('timestamptz') at!: Date;
}
