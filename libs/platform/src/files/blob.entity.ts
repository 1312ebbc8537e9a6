import type { CarriedType } from '@nmirf/contracts/files/sealed-file';
import type { FileTraces } from '@nmirf/contracts/files/traces';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A whole file that is kept here. Its bytes stand in the file store, under its SHA-256 in hexadecimal digits. */
@Entity('blob')
export class Blob {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'blob_pkey' }) sha256!: string;
  @Column('int') size!: number;
  @Column('text', { name: 'media_type' }) mediaType!: CarriedType;
  /** Who brought it: a node at the hub, `desk` or `hub` at a node. */
  @Index('blob_source')
  @Column('text')
  source!: string;
  /** When it was last brought, or counted on by something that is not written down yet. */
  @Column('timestamptz', { name: 'kept_at' }) keptAt!: Date;
  /** Something refers to it, or did: then it goes when the last reference goes. */
  @Column('boolean', { default: false }) referenced!: boolean;
  /** What it tells of people beside its content; null of what is encrypted, and where a better reader is to read it again. */
  @Column('jsonb', { nullable: true }) traces!: FileTraces | null;
}
