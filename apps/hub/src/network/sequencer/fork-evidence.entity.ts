import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two different messages that one sender signed for the same place in its chain. Both are kept for the committee. */
@Entity('fork_evidence')
export class ForkEvidence {
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('text') source!: string;
  @Column('int') epoch!: number;
  @Column('int') seq!: number;
  @Column('text') jws!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
