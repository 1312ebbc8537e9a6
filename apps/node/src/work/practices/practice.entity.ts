import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeState, PracticeWithdrawn } from '@nmirf/contracts/practices/authoring';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A release that came back from the hub: the outgoing message, and when (ISO date and time). */
export interface SentBack {
  readonly message: string;
  readonly at: string;
}

/**
 * A practice at its own mechanism. The record is `json`, not `jsonb`: it keeps what was typed, in the order it was typed.
 * The public id is random and made at the first release; nothing outside this table links it to the record.
 */
@Entity('practice')
@Index('practice_newest', ['updatedAt', 'id'])
export class Practice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'practice_pkey' }) id!: string;
  @Column('text') state!: PracticeState;
  @Column('int') revision!: number;
  @Column('json') record!: PracticeDraftRecord;
  /** The title in the original language, for lists. */
  @Column('text') title!: string;
  @Column('text', { name: 'title_language' }) titleLanguage!: Language;
  @Column('uuid', { name: 'author_id' }) authorId!: string;
  @Column('uuid', { name: 'edited_by' }) editedBy!: string;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 }) updatedAt!: Date;
  @Index('practice_public_id', { unique: true })
  @Column('uuid', { name: 'public_id', nullable: true })
  publicId!: string | null;
  @Column('int', { name: 'public_version', nullable: true }) publicVersion!: number | null;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  /** The hub refused its latest release: the message, and when. */
  @Column('jsonb', { name: 'sent_back', nullable: true }) sentBack!: SentBack | null;
  /** What was taken back last; a text that is released again gets another public id. */
  @Column('jsonb', { nullable: true }) withdrawn!: PracticeWithdrawn | null;
}
