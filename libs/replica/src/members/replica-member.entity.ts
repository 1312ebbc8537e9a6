import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { MemberStatus } from '@nmirf/contracts/network/member-status';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member as the log makes it: recomputed from the governance messages, never edited. */
@Entity('replica_member')
export class ReplicaMember {
  @PrimaryColumn('text') id!: string;
  @Column('jsonb') mechanism!: Mechanism;
  @Column('text') status!: MemberStatus;
  @Column('boolean') committee!: boolean;
  @Column('timestamptz') since!: Date;
  @Column('jsonb') keys!: readonly { kid: string; use: 'msg' | 'wit' | 'rec'; fingerprint: string; from: number; to?: number }[];
}
