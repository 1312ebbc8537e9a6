import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** A member's word that it has verified the log up to `size`: one line of a signed note (C2SP tlog-cosignature). */
@Entity('log_cosignature')
export class LogCosignature {
  @PrimaryColumn('bigint', { transformer: position, primaryKeyConstraintName: 'log_cosignature_pkey' }) size!: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'log_cosignature_pkey' }) witness!: string;
  @Column('text') line!: string;
}
