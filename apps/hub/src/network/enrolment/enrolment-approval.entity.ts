import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One officer's word that the fingerprint was compared with the mechanism's contact. */
@Entity('enrolment_approval')
export class EnrolmentApproval {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrolment_approval_pkey' }) enrolment!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrolment_approval_pkey' }) person!: string;
  @Column('timestamptz', { name: 'approved_at' }) approvedAt!: Date;
}
