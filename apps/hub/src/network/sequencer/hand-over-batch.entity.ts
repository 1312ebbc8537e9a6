import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a committee member has sent to a server that is to become the hub; one each, the newest, until the log names that server. */
@Entity('hand_over_batch')
export class HandOverBatch {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'hand_over_batch_pkey' }) node!: string;
  @Column('bytea') body!: Buffer;
  /** When this member was first heard: whoever decides was heard after whoever proposed. */
  @Column('timestamptz') since!: Date;
}
