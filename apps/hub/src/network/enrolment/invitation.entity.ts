import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { NodeId } from '@nmirf/contracts/network/names';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An invitation to one mechanism: prepared by an officer, issued by another. Of the token, only its SHA-256 is kept. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' }) id!: string;
  @Column('text') node!: NodeId;
  @Column('jsonb') mechanism!: Mechanism;
  @Column('int') epoch!: number;
  @Column('uuid', { name: 'prepared_by' }) preparedBy!: string;
  @Column('timestamptz', { name: 'prepared_at' }) preparedAt!: Date;
  @Column('uuid', { name: 'issued_by', nullable: true }) issuedBy!: string | null;
  @Column('timestamptz', { name: 'issued_at', nullable: true }) issuedAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('bytea', { name: 'token_hash', nullable: true }) tokenHash!: Buffer | null;
  /** Enrolments that named this invitation and were not bound to its token. */
  @Column('int', { default: 0 }) tries!: number;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
}
