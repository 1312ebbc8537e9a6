import type { Language } from '@nmirf/contracts/languages/language';
import type { Capacity } from '@nmirf/contracts/members/mechanism';
import type { ResourceKind } from '@nmirf/contracts/resources/resource';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/**
 * The latest published version of a shared resource, as the log tells it: what the resources are narrowed and ordered by. What it says is
 * read from its message in the log.
 */
@Entity('replica_resource')
@Index('replica_resource_newest', ['position'])
export class ReplicaResource {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'replica_resource_pkey' }) id!: string;
  @Column('int') version!: number;
  @Column('text') source!: string;
  @Column('bigint', { transformer: position }) position!: number;
  @Column('bytea', { name: 'message_hash' }) messageHash!: Buffer;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  /** `*`, `members`, or a list of nodes as JSON. */
  @Column('text') audience!: string;
  @Column('text') kind!: ResourceKind;
  @Column('text', { array: true }) languages!: Language[];
  @Column('text', { array: true }) themes!: string[];
  @Column('text', { array: true }) capacities!: Capacity[];
  @Column('int', { array: true }) commitments!: number[];
  @Index('replica_resource_words', { synchronize: false })
  @Column('tsvector')
  words!: string;
}
