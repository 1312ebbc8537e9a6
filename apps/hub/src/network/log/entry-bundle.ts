import { encodeEntries } from '@nmirf/federation/tiles';
import type { EntityManager } from 'typeorm';

/** The leaves beside a tile of level 0, as C2SP tlog-tiles bundles them. */
export async function entryBundle(tx: EntityManager, index: number, width: number): Promise<Buffer> {
  const rows: { leaf: string }[] = await tx.query('select leaf from log_entry where pos >= $1 order by pos limit $2', [index * 256, width]);
  return Buffer.from(encodeEntries(rows.map(({ leaf }) => Buffer.from(leaf))));
}
