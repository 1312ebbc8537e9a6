import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Two different messages that one sender signed for the same place in its chain. Both are kept for the committee. */
@Entity('fork_evidence')
export class ForkEvidence {
  @PrimaryColumn('bytea') hash!: Buffer;
  @Index('fork_evidence_source')
  @Column('text')
  source!: string;
  @Column('int') epoch!: number;
  @Column('int') seq!: number;
  @Column('text') jws!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  /** Hash of the proposal to suspend its author. */
  @Column('text', { nullable: true }) proposal!: string | null;
  /** Why the committee is not asked: nobody could decide, or the author is suspended already. */
  @Column('text', { name: 'dropped_why', nullable: true }) droppedWhy!: string | null;
}
