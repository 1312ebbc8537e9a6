import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';
import type { WhyQuarantined } from './quarantine.rules.js';

/** A message that stands proven in the log and is shown nowhere, because this version cannot read what it says. */
@Entity('quarantine')
export class QuarantinedMessage {
  @PrimaryColumn('bigint', { transformer: position, primaryKeyConstraintName: 'quarantine_pkey' }) pos!: number;
  @Column('text') source!: string;
  @Column('text') type!: string;
  @Column('text') dataschema!: string;
  @Column('text') why!: WhyQuarantined;
}
