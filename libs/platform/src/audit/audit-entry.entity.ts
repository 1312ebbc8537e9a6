import type { AuditAction, AuditEntry } from '@nmirf/contracts/audit/audit';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of the audit trail. The table is only ever added to: its trigger refuses changes and deletions. */
@Entity('audit_entry')
@Index('audit_entry_action', ['action', 'id'])
@Index('audit_entry_person', ['personId', 'id'])
export class AuditEntryEntity {
  /** UUID of version 7: sorts by time. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pkey' }) id!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text') action!: AuditAction;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('jsonb', { nullable: true }) details!: NonNullable<AuditEntry['details']> | null;
}
