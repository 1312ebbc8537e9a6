import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReplicaPublication } from '../content/publication.entity.js';
import { position } from '../database/position.js';

/** An encrypted file that a version of a resource for named members comes with: all that whoever carries it knows of it. */
@Entity('replica_sealed_file')
export class ReplicaSealedFile {
  @PrimaryColumn('bigint', { transformer: position, primaryKeyConstraintName: 'replica_sealed_file_pkey' }) position!: number;
  @ManyToOne(() => ReplicaPublication, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'position', foreignKeyConstraintName: 'replica_sealed_file_of' })
  of!: Relation<ReplicaPublication>;
  @Index('replica_sealed_file_digest')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'replica_sealed_file_pkey' })
  sha256!: string;
  @Column('int') size!: number;
}
