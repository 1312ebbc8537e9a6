import type { CarriedType } from '@nmirf/contracts/files/sealed-file';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OutgoingMessage } from './outgoing-message.entity.js';

/** A file that a message on its way out refers to, and how much of it the hub has. */
@Entity('outgoing_file')
@Index('outgoing_file_waiting', ['message'], { where: 'not at_hub' })
export class OutgoingFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outgoing_file_pkey' }) message!: string;
  @ManyToOne(() => OutgoingMessage, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message', foreignKeyConstraintName: 'outgoing_file_of' })
  of!: Relation<OutgoingMessage>;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'outgoing_file_pkey' }) sha256!: string;
  @Column('int') size!: number;
  @Column('text', { name: 'media_type' }) mediaType!: CarriedType;
  /** The file that lies here, where the hub is brought it encrypted. */
  @Column('text', { nullable: true }) plain!: string | null;
  /** Bytes. */
  @Column('int', { default: 0 }) held!: number;
  @Column('boolean', { name: 'at_hub', default: false }) atHub!: boolean;
}
