import type { LibraryFacet } from '@nmirf/contracts/practices/library';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/**
 * What practices say in the facets of the library, each under a number that is a character: all that one of them says is a short text, and
 * ten thousand of them are counted by looking at each character once.
 */
@Entity('facet_value')
@Unique('facet_value_said', ['facet', 'value'])
export class FacetValue {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'facet_value_pkey' }) code!: number;
  @Column('text') facet!: LibraryFacet;
  @Column('text') value!: string;
}
