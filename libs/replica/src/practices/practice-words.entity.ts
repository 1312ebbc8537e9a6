import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { position } from '../database/position.js';
import { ReplicaPractice } from './replica-practice.entity.js';

/**
 * The words of a practice, as searches find them, and what is counted of those that are found. Filled behind the projection, for indexing a
 * text costs more than all the rest; until then a new version is found as the one before.
 */
@Entity('practice_words')
export class PracticeWords {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'practice_words_pkey' }) practice!: string;
  @ManyToOne(() => ReplicaPractice, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'practice', foreignKeyConstraintName: 'practice_words_of' })
  of!: Relation<ReplicaPractice>;
  @Index('practice_words_position')
  @Column('bigint', { transformer: position })
  position!: number;
  @Index('practice_words_words', { synchronize: false })
  @Column('tsvector')
  words!: string;
  /** A character for each `FacetValue` that it has. */
  @Column('text') facets!: string;
}
