import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that somebody here has asked for, until it is here. */
@Entity('wanted_file')
export class WantedFile {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'wanted_file_pkey' }) sha256!: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
}
