import { Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/**
 * A tile of up to 256 hashes (C2SP tlog-tiles): proofs are made from tiles, never from the whole log. Tiles of leaves are full; those
 * above hold the roots of all full tiles below.
 */
@Entity('log_tile')
export class LogTile {
  @PrimaryColumn('smallint') level!: number;
  @PrimaryColumn('bigint', { transformer: position }) index!: number;
  @Column('bytea') hashes!: Buffer;
}
