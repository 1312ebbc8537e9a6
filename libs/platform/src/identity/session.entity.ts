import { createHash } from 'node:crypto';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** What a session is found by; the secret itself is in the cookie alone. */
export const hashOfSession = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A sign-in. It holds the SHA-256 of the cookie's secret: whoever steals the table cannot make a cookie of it. */
@Entity('person_session')
export class SessionEntity {
  @PrimaryColumn('bytea', { name: 'id_hash', primaryKeyConstraintName: 'person_session_pkey' }) idHash!: Buffer;
  /** The name a person sees and revokes their session by; opens nothing. */
  @Index('person_session_id', { unique: true })
  @Column('uuid')
  id!: string;
  @Index('person_session_person')
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'person_session_person_fkey' })
  person!: Relation<PersonEntity>;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Index('person_session_expires')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
