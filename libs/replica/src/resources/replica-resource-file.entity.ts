import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReplicaResource } from './replica-resource.entity.js';

/** A file that the latest version of a resource refers to. Who still refers to a file decides whether its bytes are kept. */
@Entity('replica_resource_file')
export class ReplicaResourceFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'replica_resource_file_pkey' }) resource!: string;
  @ManyToOne(() => ReplicaResource, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'resource', foreignKeyConstraintName: 'replica_resource_file_of' })
  of!: Relation<ReplicaResource>;
  @Index('replica_resource_file_digest')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'replica_resource_file_pkey' })
  sha256!: string;
  @Column('int') size!: number;
  @Column('text', { name: 'media_type' }) mediaType!: string;
}
