import type { LinkView } from '@nmirf/contracts/network/queue';
import { position } from '@nmirf/replica/database/position';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The node's link to its hub: the network it was enrolled in, and how the line is. One row. */
@Entity('link')
@Check('link_single', 'id = 1')
export class Link {
  @PrimaryColumn('int') id!: number;
  @Column('text') node!: string;
  @Column('text') hub!: string;
  @Column('text') network!: string;
  @Column('int', { default: 0 }) failures!: number;
  @Column('timestamptz', { name: 'last_contact_at', nullable: true }) lastContactAt!: Date | null;
  @Column('timestamptz', { name: 'next_try_at', nullable: true }) nextTryAt!: Date | null;
  /** The size of the newest checkpoint this node has cosigned. */
  @Column('bigint', { name: 'cosigned_size', default: 0, transformer: position }) cosignedSize!: number;
  @Column('jsonb', { nullable: true }) stopped!: NonNullable<LinkView['stopped']> | null;
}
