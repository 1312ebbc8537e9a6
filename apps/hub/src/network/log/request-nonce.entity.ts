import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed request that was heard: the key that signed it, and its nonce. */
@Entity('request_nonce')
export class RequestNonce {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'request_nonce_pkey' }) kid!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'request_nonce_pkey' }) nonce!: string;
  @Index('request_nonce_heard_at')
  @Column('timestamptz', { name: 'heard_at' })
  heardAt!: Date;
}
