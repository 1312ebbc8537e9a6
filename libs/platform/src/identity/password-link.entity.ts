import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** The right to choose the password of one account, once and for a few days: the SHA-256 of the secret in the link. One an account. */
@Entity('password_link')
export class PasswordLinkEntity {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'password_link_pkey' }) tokenHash!: Buffer;
  @Index('password_link_person', { unique: true })
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'password_link_person_fkey' })
  person!: Relation<PersonEntity>;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
