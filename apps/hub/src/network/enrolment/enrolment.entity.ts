import type { EnrolmentRequest } from '@nmirf/contracts/network/enrolment';
import type { NodeId } from '@nmirf/contracts/network/names';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A node that showed its invitation and its keys, on its way to the committee. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrolment_pkey' }) id!: string;
  @Index('enrolment_invitation', { unique: true })
  @Column('uuid')
  invitation!: string;
  @Column('text') node!: NodeId;
  @Column('int') epoch!: number;
  @Column('jsonb') request!: EnrolmentRequest;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('uuid', { name: 'refused_by', nullable: true }) refusedBy!: string | null;
  @Column('timestamptz', { name: 'refused_at', nullable: true }) refusedAt!: Date | null;
  @Column('text', { name: 'refused_why', nullable: true }) refusedWhy!: string | null;
  /** Hash of the proposal's message, once it stands in the log. */
  @Column('text', { nullable: true }) proposal!: string | null;
}
