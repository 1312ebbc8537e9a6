import { leafHash, nodeHash } from '@nmirf/federation/tree';
import type { EntityManager } from 'typeorm';

const WIDTH = 256;
const TILE_HEIGHT = 8;
const HASH = 32;

/** The hashes of one level of the tree, cut out of a tile: `count` hashes from `first`. */
const slice = (tile: Buffer, first: number, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => tile.subarray((first + i) * HASH, (first + i + 1) * HASH));

/** The root of a perfect subtree whose bottom row is `hashes` (a power of two of them). */
const perfectRoot = (hashes: readonly Uint8Array[]): Uint8Array => {
  let row = [...hashes];
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[2 * i]!, row[2 * i + 1]!));
  return row[0]!;
};

/**
 * Reads tiles of the log for one request. Tiles come from `log_tile`, the newest leaves from the log itself. Keep one for a request: it
 * remembers what it has read.
 */
export class TileReader {
  private readonly known = new Map<string, Promise<Buffer>>();

  constructor(private readonly tx: EntityManager) {}

  /** The hash of the perfect subtree of height `level` whose leaves start at `index * 2^level`. */
  async node(level: number, index: number): Promise<Uint8Array> {
    const within = level % TILE_HEIGHT;
    const span = 2 ** within;
    const perTile = WIDTH / span;
    const first = (index % perTile) * span;
    const tile = await this.tile((level - within) / TILE_HEIGHT, Math.floor(index / perTile), first + span);
    return perfectRoot(slice(tile, first, span));
  }

  /** At least the first `width` hashes of a tile. The caller asks only for hashes that the log already holds. */
  async tile(level: number, index: number, width: number): Promise<Buffer> {
    const stored = await this.once(`${level}/${index}`, () => this.stored(level, index));
    if (stored.length >= width * HASH) return stored;
    // Only the tile of the newest leaves is not stored as far as it goes.
    return this.once(`leaves/${width}`, () => leafHashes(this.tx, index * WIDTH, width));
  }

  private once(key: string, read: () => Promise<Buffer>): Promise<Buffer> {
    const seen = this.known.get(key) ?? read();
    this.known.set(key, seen);
    return seen;
  }

  private async stored(level: number, index: number): Promise<Buffer> {
    const rows: { hashes: Buffer }[] = await this.tx.query('select hashes from log_tile where level = $1 and "index" = $2', [level, index]);
    return rows[0]?.hashes ?? Buffer.alloc(0);
  }
}

const LENGTHEN = `
  insert into log_tile (level, "index", hashes) values ($1, $2, $3)
  on conflict (level, "index") do update set hashes = log_tile.hashes || excluded.hashes`;

/**
 * Writes every tile of leaves that became full while the log grew from `from` to `to`, reading the leaves again as they were stored, and
 * puts the root of each full tile behind those that the tile above it holds.
 */
export async function completeTiles(tx: EntityManager, from: number, to: number): Promise<void> {
  for (let index = Math.floor(from / WIDTH); index < Math.floor(to / WIDTH); index++)
    await complete(tx, 0, index, await leafHashes(tx, index * WIDTH, WIDTH));
}

async function complete(tx: EntityManager, level: number, index: number, hashes: Buffer): Promise<void> {
  await tx.query(LENGTHEN, [level, index, hashes]);
  await lengthen(tx, level + 1, index, perfectRoot(slice(hashes, 0, WIDTH)));
}

/** The hash at place `at` of a level; when it is the last one of its tile, that tile is full. */
async function lengthen(tx: EntityManager, level: number, at: number, hash: Uint8Array): Promise<void> {
  const index = Math.floor(at / WIDTH);
  const rows: { hashes: Buffer }[] = await tx.query(`${LENGTHEN} returning hashes`, [level, index, Buffer.from(hash)]);
  if (at % WIDTH === WIDTH - 1) await lengthen(tx, level + 1, index, perfectRoot(slice(rows[0]!.hashes, 0, WIDTH)));
}

async function leafHashes(tx: EntityManager, from: number, count: number): Promise<Buffer> {
  const rows: { leaf: string }[] = await tx.query('select leaf from log_entry where pos >= $1 order by pos limit $2', [from, count]);
  return Buffer.concat(rows.map(({ leaf }) => leafHash(Buffer.from(leaf))));
}
