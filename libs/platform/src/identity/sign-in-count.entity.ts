import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Failed sign-ins of one account or one network address in one window; the key is a keyed hash, so it names neither. */
@Entity('sign_in_count')
export class SignInCountEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sign_in_count_pkey' }) key!: Buffer;
  @Index('sign_in_count_since')
  @Column('timestamptz')
  since!: Date;
  @Column('integer') failures!: number;
}
