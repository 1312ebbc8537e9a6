import type { AgreementKey } from '@nmirf/contracts/network/sealed';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** The key that others encrypt to what only this member is to read: the one it announced last. */
@Entity('replica_agreement_key')
export class ReplicaAgreementKey {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'replica_agreement_key_pkey' }) node!: string;
  @Column('jsonb') key!: AgreementKey;
  @Column('bigint', { transformer: position }) position!: number;
}
