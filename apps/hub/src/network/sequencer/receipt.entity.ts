import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the hub answered to a batch, signed: it can later neither deny what it took nor why it refused. */
@Entity('receipt')
@Index('receipt_source', ['source', 'answeredAt'])
export class Receipt {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') source!: string;
  @Column('bytea') batch!: Buffer;
  @Column('text') jws!: string;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt!: Date;
}
