import { equalHashes } from './hashes.js';
import { TILE_WIDTH } from '@nmirf/federation/tiles';
import { frontierNodes, Frontier, nodeHash, type NodeRef, proofOf } from '@nmirf/federation/tree';

const TILE_HEIGHT = 8;
/** Tiles of leaf hashes that are kept: 8 KiB each. Older ones are fetched again and checked against their root, which is kept. */
const KEPT_TILES = 1_024;

/**
 * The tree of the leaves that were read, as it was at every size. It keeps the roots of all perfect subtrees of 256 leaves and more
 * (a quarter of a byte a leaf) and the leaf hashes of the newest 262,144 leaves, so the longest log fits into little memory.
 */
export class History {
  private frontier = Frontier.empty();
  /** `rows[k][i]`: the root of the i-th perfect subtree of height 8 + k. */
  private readonly rows: Uint8Array[][] = [[]];
  private readonly tiles = new Map<number, Uint8Array[]>();

  constructor(private readonly kept = KEPT_TILES) {}

  get size(): number {
    return this.frontier.size;
  }

  get root(): Uint8Array {
    return this.frontier.root();
  }

  append(hash: Uint8Array): void {
    const index = Math.floor(this.size / TILE_WIDTH);
    const tile = this.tiles.get(index) ?? [];
    tile.push(hash);
    this.tiles.set(index, tile);
    this.frontier = this.frontier.append(hash);
    if (tile.length === TILE_WIDTH) this.complete(index, tile);
  }

  /** The leaf hashes of a tile that was read lately. */
  leafHashes(tile: number): readonly Uint8Array[] | undefined {
    return this.tiles.get(tile);
  }

  /** The hashes of a tile at a level above the leaves, as many as there are by now, at most 256. */
  tile(level: number, index: number): readonly Uint8Array[] {
    return (this.rows[(level - 1) * TILE_HEIGHT] ?? []).slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
  }

  /** The root of the tree at an earlier size (1 ≤ size ≤ now), or the tile of leaf hashes that has to be fetched first. */
  rootAt(size: number): { readonly root: Uint8Array } | { readonly missing: number } {
    const last = Math.floor(size / TILE_WIDTH);
    if (size % TILE_WIDTH > 0 && !this.tiles.has(last)) return { missing: last };
    const [root] = proofOf([frontierNodes(size)], (level, index) => this.node({ level, index }));
    return { root: root! };
  }

  /** The root of an earlier size given the hashes of its ragged tile; undefined where these are not the ones that were read. */
  rootWith(size: number, tile: readonly Uint8Array[]): Uint8Array | undefined {
    const index = Math.floor(size / TILE_WIDTH);
    const isThatTile = tile.length === TILE_WIDTH && equalHashes(perfectRoot(tile), this.rows[0]![index]!);
    if (!isThatTile) return undefined;
    return proofOf([frontierNodes(size)], (level, at) =>
      level < TILE_HEIGHT ? within(tile, level, at) : this.node({ level, index: at }),
    )[0];
  }

  private complete(index: number, tile: readonly Uint8Array[]): void {
    this.rows[0]!.push(perfectRoot(tile));
    for (let k = 0; this.rows[k]!.length % 2 === 0; k++) {
      const row = this.rows[k]!;
      const above = this.rows[k + 1] ?? [];
      above.push(nodeHash(row.at(-2)!, row.at(-1)!));
      this.rows[k + 1] = above;
    }
    this.tiles.delete(index - this.kept);
  }

  private node({ level, index }: NodeRef): Uint8Array {
    if (level >= TILE_HEIGHT) return this.rows[level - TILE_HEIGHT]![index]!;
    return within(this.tiles.get(Math.floor((index * 2 ** level) / TILE_WIDTH))!, level, index);
  }
}

/** The root of a perfect subtree that lies inside one tile. */
function within(tile: readonly Uint8Array[], level: number, index: number): Uint8Array {
  const first = (index * 2 ** level) % TILE_WIDTH;
  return perfectRoot(tile.slice(first, first + 2 ** level));
}

function perfectRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[2 * i]!, row[2 * i + 1]!));
  return row[0]!;
}
