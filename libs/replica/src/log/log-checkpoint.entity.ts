import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** A signed (hub) or verified (node) checkpoint. The primary key makes two roots for one size impossible. */
@Entity('log_checkpoint')
export class LogCheckpoint {
  @PrimaryColumn('bigint', { transformer: position }) size!: number;
  @Column('bytea') root!: Buffer;
  @Column('text') note!: string;
  @Column('timestamptz', { name: 'signed_at' }) signedAt!: Date;
}
