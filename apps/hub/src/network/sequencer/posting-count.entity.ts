import { position } from '@nmirf/replica/database/position';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a node has sent in the minute (Unix time) in which it last sent something. */
@Entity('posting_count')
export class PostingCount {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'posting_count_pkey' }) node!: string;
  @Column('bigint', { transformer: position }) minute!: number;
  @Column('int') posts!: number;
  @Column('int') messages!: number;
}
