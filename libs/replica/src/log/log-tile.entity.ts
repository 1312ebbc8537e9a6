import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** A full tile of 256 hashes (C2SP tlog-tiles): proofs are made from tiles, never from the whole log. */
@Entity('log_tile')
export class LogTile {
  @PrimaryColumn('smallint') level!: number;
  @PrimaryColumn('bigint', { transformer: position }) index!: number;
  @Column('bytea') hashes!: Buffer;
}
