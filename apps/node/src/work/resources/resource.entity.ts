import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeState } from '@nmirf/contracts/practices/authoring';
import type { ResourceRecord, ResourceView } from '@nmirf/contracts/resources/authoring';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A resource at its own mechanism. Its files are kept beside it, by their digests. */
@Entity('resource')
@Index('resource_newest', ['updatedAt', 'id'])
export class Resource {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resource_pkey' }) id!: string;
  @Column('text') state!: PracticeState;
  @Column('int') revision!: number;
  @Column('json') record!: ResourceRecord;
  /** The title in the original language, for lists. */
  @Column('text') title!: string;
  @Column('text', { name: 'title_language' }) titleLanguage!: Language;
  @Column('uuid', { name: 'author_id' }) authorId!: string;
  @Column('uuid', { name: 'edited_by' }) editedBy!: string;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 }) updatedAt!: Date;
  @Index('resource_public_id', { unique: true })
  @Column('uuid', { name: 'public_id', nullable: true })
  publicId!: string | null;
  @Column('int', { name: 'public_version', nullable: true }) publicVersion!: number | null;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  /** The hub refused its latest release, or one of its files: the message, and when. */
  @Column('jsonb', { name: 'sent_back', nullable: true }) sentBack!: { readonly message: string; readonly at: string } | null;
  @Column('jsonb', { nullable: true }) withdrawn!: NonNullable<ResourceView['withdrawn']> | null;
}
