import type { ProblemDocument } from '@nmirf/contracts/http/problem';
import type { OutgoingState } from '@nmirf/contracts/network/queue';
import { position } from '@nmirf/replica/database/position';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A message on its way out. `data` is text, not jsonb: approval binds to these very characters. Once sealed, `jws` never changes
 * while its outcome is unknown, so a crash only sends the same bytes again.
 */
@Entity('outgoing_message')
@Index('outgoing_message_state', ['state', 'id'])
@Index('outgoing_message_sealed', ['epoch', 'seq'], { where: `state = 'sealed'` })
@Index('outgoing_message_chain', ['epoch', 'seq'], { unique: true, where: `state <> 'refused'` })
export class OutgoingMessage {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') state!: OutgoingState;
  @Column('text') type!: string;
  @Column('text') subject!: string;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text') audience!: string;
  @Column('text') data!: string;
  @Column('int', { nullable: true }) epoch!: number | null;
  @Column('int', { nullable: true }) seq!: number | null;
  @Column('bytea', { nullable: true }) hash!: Buffer | null;
  @Column('text', { nullable: true }) jws!: string | null;
  /** Which key it waits for: the recovery key is kept elsewhere and brought for it. */
  @Column('text', { name: 'signed_by', default: 'msg' }) signedBy!: 'msg' | 'rec';
  /** It stands in the log and this server does not know to have sent it. */
  @Column('boolean', { default: false }) found!: boolean;
  /** The hub's signed answer that this message is in. */
  @Column('uuid', { nullable: true }) receipt!: string | null;
  @Column('jsonb', { nullable: true }) problem!: ProblemDocument | null;
  @Column('bigint', { nullable: true, transformer: position }) position!: number | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'sealed_at', nullable: true }) sealedAt!: Date | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { name: 'proven_at', nullable: true }) provenAt!: Date | null;
}
