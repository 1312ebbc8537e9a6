import type { Language } from '@nmirf/contracts/languages/language';
import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody with an account on this server; never leaves it. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' }) id!: string;
  /** In lower case: one account an address. */
  @Index('person_email', { unique: true })
  @Column('text')
  email!: string;
  @Column('text') name!: string;
  @Column('text') language!: Language;
  @Column('text', { array: true }) roles!: string[];
  /** Argon2id in PHC form; null until a first password is set. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
}
