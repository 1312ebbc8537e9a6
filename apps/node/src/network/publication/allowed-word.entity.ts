import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A word a reviewer let through, remembered for the whole mechanism: who did so, in which practice, and why. It is folded, and no longer
 * flagged in other practices; a reviewer who masks it anywhere makes the mechanism forget it.
 */
@Entity('allowed_word')
export class AllowedWord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'allowed_word_pkey' }) word!: string;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'allowed_by' }) allowedBy!: string;
  @Column('uuid', { name: 'practice_id' }) practiceId!: string;
  @Column('timestamptz', { name: 'allowed_at' }) allowedAt!: Date;
}
