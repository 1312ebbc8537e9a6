import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Under which pseudonym a person reviews. It is random, so only this table says whose it is; the table never leaves the node. */
@Entity('reviewer')
@Unique('reviewer_pseudonym', ['pseudonym'])
export class Reviewer {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'reviewer_pkey' }) personId!: string;
  @Column('text') pseudonym!: string;
}
