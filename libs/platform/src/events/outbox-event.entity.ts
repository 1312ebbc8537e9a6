import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fact, recorded in the transaction of the change it describes, until every handler has its job. */
@Entity('outbox_event')
export class OutboxEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_event_pkey' }) id!: string;
  @Column('text') name!: string;
  @Column('jsonb') payload!: unknown;
  @CreateDateColumn({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Index('outbox_event_unsent', { where: 'sent_at is null' })
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
