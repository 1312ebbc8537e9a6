import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A document of a mechanism that recommendations stand in, such as the report of one Universal Periodic Review. */
@Entity('source_document')
@Unique('source_document_symbol', ['country', 'symbol'])
export class SourceDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'source_document_pkey' }) id!: string;
  /** ISO 3166-1 alpha-3: the State the recommendations are to. */
  @Column('text') country!: string;
  @Column('text') symbol!: string;
  /** The mechanism it is of: `UPR`. */
  @Column('text') body!: string;
  @Column('integer', { nullable: true }) cycle!: number | null;
  @Column('integer', { nullable: true }) session!: number | null;
  @Column('integer', { nullable: true }) year!: number | null;
  /** The form of the file it was last imported from. */
  @Column('text') generation!: string;
  @Column('timestamptz', { name: 'imported_at' }) importedAt!: Date;
}
