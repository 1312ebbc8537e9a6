import type { Position } from '@nmirf/contracts/recommendations/recommendation';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { SourceDocument } from './source-document.entity.js';

/**
 * A numbered recommendation. Texts have no length limit: paragraphs of the United Nations are long. Several States may make one, so
 * they are a list of their own, in the document's spelling.
 */
@Entity('recommendation')
@Unique('recommendation_reference', ['country', 'documentSymbol', 'paragraph'])
export class Recommendation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recommendation_pkey' }) id!: string;
  @Index('recommendation_source_document')
  @Column('uuid', { name: 'source_document_id' })
  sourceDocumentId!: string;
  @ManyToOne(() => SourceDocument, { nullable: false })
  @JoinColumn({ name: 'source_document_id', foreignKeyConstraintName: 'recommendation_source_document_fkey' })
  sourceDocument!: Relation<SourceDocument>;
  @Column('text') country!: string;
  @Column('text', { name: 'document_symbol' }) documentSymbol!: string;
  @Column('text') paragraph!: string;
  @Column('text') text!: string;
  @Index('recommendation_states', { type: 'gin' })
  @Column('text', { name: 'recommending_states', array: true })
  recommendingStates!: string[];
  @Column('text') position!: Position;
  @Column('text', { name: 'position_source', nullable: true }) positionSource!: string | null;
  @Column('text', { name: 'primary_theme', nullable: true }) primaryTheme!: string | null;
  @Index('recommendation_themes', { type: 'gin' })
  @Column('text', { array: true })
  themes!: string[];
  @Column('text', { name: 'affected_persons', array: true }) affectedPersons!: string[];
  @Column('text', { array: true }) sdgs!: string[];
  /** The numbers of the goals, for the filter: their names change with the language. */
  @Index('recommendation_sdg_goals', { type: 'gin' })
  @Column('smallint', { name: 'sdg_goals', array: true })
  sdgGoals!: number[];
  /** Where it stands in every list, compared byte by byte; see `orderKey`. */
  @Index('recommendation_order', { unique: true })
  @Column({ type: 'text', name: 'order_key', collation: 'C' })
  orderKey!: string;
  /** What a search looks into; its trigram index is made by the migration. */
  @Index('recommendation_search', { synchronize: false })
  @Column('text', { name: 'search_text' })
  searchText!: string;
  /** SHA-256 of what the list said, in hexadecimal: whether a later list says anything else. */
  @Column('text', { name: 'content_digest' }) contentDigest!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}
