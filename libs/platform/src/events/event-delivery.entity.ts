import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fact on its way to one handler, recorded in the transaction of the change it describes and gone when the handler is done. */
@Entity('event_delivery')
export class EventDelivery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_delivery_pkey' }) id!: string;
  @Column('text') event!: string;
  @Column('text') handler!: string;
  @Column('jsonb') payload!: unknown;
  @CreateDateColumn({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Index('event_delivery_due')
  @Column('timestamptz', { name: 'due_at', default: () => 'now()' })
  dueAt!: Date;
  @Column('integer', { default: 0 }) failures!: number;
}
