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
 * Reads tiles of the log for one request. Full tiles come from `log_tile`; the ragged right edge is computed from the leaves or
 * from the tiles below. Keep one for a request: it remembers what it has read.
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
    const full = await this.once(`${level}/${index}`, () => this.stored(level, index));
    return full.length > 0 ? full : this.once(`${level}/${index}.p/${width}`, () => this.partial(level, index, width));
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

  private async partial(level: number, index: number, width: number): Promise<Buffer> {
    if (level === 0) return leafHashes(this.tx, index * WIDTH, width);
    const roots: Uint8Array[] = [];
    for (let i = 0; i < width; i++) roots.push(perfectRoot(slice(await this.tile(level - 1, index * WIDTH + i, WIDTH), 0, WIDTH)));
    return Buffer.concat(roots);
  }
}

/** Writes every tile that became full while the log grew from `from` to `to`, reading the leaves again as they were stored. */
export async function completeTiles(tx: EntityManager, from: number, to: number): Promise<void> {
  const reader = new TileReader(tx);
  for (let level = 0, span = WIDTH; Math.floor(to / span) > Math.floor(from / span); level++, span *= WIDTH) {
    for (let index = Math.floor(from / span); index < Math.floor(to / span); index++) {
      const hashes = await reader.tile(level, index, WIDTH);
      await tx.query('insert into log_tile (level, "index", hashes) values ($1, $2, $3)', [level, index, hashes]);
    }
  }
}

async function leafHashes(tx: EntityManager, from: number, count: number): Promise<Buffer> {
  const rows: { leaf: string }[] = await tx.query('select leaf from log_entry where pos >= $1 order by pos limit $2', [from, count]);
  return Buffer.concat(rows.map(({ leaf }) => leafHash(Buffer.from(leaf))));
}
