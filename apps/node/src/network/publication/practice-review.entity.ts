import type { Traits } from '@nmirf/anonymisation/anonymity';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptDecision } from './publication.rules.js';

/**
 * What reviewers said about a practice. Decisions are kept by what they are about, so they outlive an edit elsewhere; the approval does
 * not: it is the digest of exactly what was released.
 */
@Entity('practice_review')
export class PracticeReview {
  @PrimaryColumn('uuid', { name: 'practice_id', primaryKeyConstraintName: 'practice_review_pkey' }) practiceId!: string;
  @Column('json') decisions!: readonly KeptDecision[];
  /** The persons who decided something since the last release. */
  @Column('uuid', { array: true }) reviewers!: string[];
  @Column('text', { name: 'approved_digest', nullable: true }) approvedDigest!: string | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: string | null;
  @Column('date', { nullable: true }) day!: string | null;
  /** What its latest release is compared by with other practices; kept here and never published. */
  @Column('json', { nullable: true }) traits!: Traits | null;
}
