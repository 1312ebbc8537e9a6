import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/**
 * One leaf of the log and the message it stands for. `leaf` is the text that is hashed into the tree; `jws` is absent when the
 * reader is not in the audience or the content has been erased (`why` says which), and the leaf stays.
 */
@Entity('log_entry')
@Index('log_entry_chain', ['source', 'epoch', 'seq'], { unique: true })
@Index('log_entry_governance', ['pos'], { where: 'governance' })
export class LogEntry {
  @PrimaryColumn('bigint', { transformer: position }) pos!: number;
  @Column('text') leaf!: string;
  @Column('text') source!: string;
  @Column('int') epoch!: number;
  @Column('int') seq!: number;
  /** No two are equal: the place in its sender's chain, which is unique, is part of what is hashed. */
  @Column('bytea') hash!: Buffer;
  @Column('text', { nullable: true }) type!: string | null;
  @Column('boolean', { default: false }) governance!: boolean;
  /** Who may read the content: `*`, `members`, or a JSON list of node ids. */
  @Column('text', { default: '*' }) audience!: string;
  @Column('text', { nullable: true }) jws!: string | null;
  @Column('text', { nullable: true }) why!: string | null;
}
