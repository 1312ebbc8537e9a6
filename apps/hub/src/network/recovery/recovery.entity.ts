import { position } from '@nmirf/replica/database/position';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The last time this hub's log was found shorter than what it has signed; one row, none while that never was. */
@Entity('recovery')
@Check('recovery_single', 'id = 1')
export class Recovery {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'recovery_pkey' }) id!: number;
  @Column('timestamptz') since!: Date;
  /** The size of the largest checkpoint of this hub's own that somebody has shown. */
  @Column('bigint', { transformer: position }) target!: number;
  /** While it is null nothing is accepted. */
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
