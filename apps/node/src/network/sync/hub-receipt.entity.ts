import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The hub's signed answer to a batch, as it came: the hub can deny neither what it took nor why it refused. */
@Entity('hub_receipt')
export class HubReceipt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hub_receipt_pkey' }) id!: string;
  @Column('text') jws!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
