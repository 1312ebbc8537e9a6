import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** One published version of something, by the message that brought it. It stays when the text is erased. */
@Entity('replica_publication')
@Index('replica_publication_subject', ['subject', 'source', 'position'])
@Index('replica_publication_erased', ['source'], { where: 'erased' })
export class ReplicaPublication {
  @PrimaryColumn('bigint', { transformer: position, primaryKeyConstraintName: 'replica_publication_pkey' }) position!: number;
  /** `practice:<public id>`, `resource:<public id>`, `statistics:<kind>`. */
  @Column('text') subject!: string;
  @Column('text') source!: string;
  @Column('int') version!: number;
  @Column('bytea', { name: 'message_hash' })
  messageHash!: Buffer;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  /** Its message has been taken out of this server's copy of the log. */
  @Column('boolean', { default: false }) erased!: boolean;
}
