import { position } from '@nmirf/replica/database/position';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a node last asked for the log, how much of it it had verified, and what the hub refused from it. */
@Entity('node_contact')
export class NodeContact {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_contact_pkey' }) node!: string;
  @Column('timestamptz', { name: 'last_contact_at' }) lastContactAt!: Date;
  @Column('bigint', { name: 'verified_size', nullable: true, transformer: position }) verifiedSize!: number | null;
  @Column('int', { default: 0 }) refusals!: number;
  @Column('text', { name: 'refusal_code', nullable: true }) refusalCode!: string | null;
  @Column('timestamptz', { name: 'refusal_at', nullable: true }) refusalAt!: Date | null;
}
