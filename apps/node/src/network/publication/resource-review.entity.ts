import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptDecision } from './publication.rules.js';

/** What reviewers said about a resource, and the digest of exactly what was released. */
@Entity('resource_review')
export class ResourceReviewed {
  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'resource_review_pkey' }) resourceId!: string;
  @Column('json') decisions!: readonly KeptDecision[];
  @Column('uuid', { array: true }) reviewers!: string[];
  @Column('text', { name: 'approved_digest', nullable: true }) approvedDigest!: string | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: string | null;
}
