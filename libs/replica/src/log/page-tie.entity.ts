import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/**
 * What has proven a page that ended before its checkpoint did: kept until a checkpoint over all that is here comes. A hub that lost these
 * leaves takes them back under it, and under nothing less.
 */
@Entity('page_tie')
export class PageTie {
  /** Where the page ended. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'page_tie_pkey', transformer: position }) size!: number;
  /** The checkpoint, over more leaves than these. */
  @Column('text') note!: string;
  /** From `size` to the checkpoint's, base64. */
  @Column('jsonb') proof!: readonly string[];
}
