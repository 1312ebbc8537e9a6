import { decodeTile, encodeEntries, TILE_WIDTH, tilesOf, type TileRef } from '@nmirf/federation/tiles';
import type { CheckBook } from '../checks.js';
import type { HubLog } from '../hub/hub-log.js';
import { equalHashes } from './hashes.js';
import type { History } from './history.js';

const MAX_LEVEL = 6;

/** Compares the static tiles (C2SP tlog-tiles), which any other tool reads, with the tree that the feed makes. */
export class ServedTiles {
  /** The leaves of the tile that is growing, and of tiles that were completed since the last look. */
  private leaves: string[] = [];
  private readonly full: { readonly index: number; readonly leaves: readonly string[] }[] = [];
  private readonly known = new Map<number, Uint8Array[] | undefined>();

  constructor(
    private readonly log: HubLog,
    private readonly book: CheckBook,
    private readonly history: History,
  ) {}

  /** Keeps a leaf that was read until its tile is complete. */
  note(leaf: string): void {
    this.leaves.push(leaf);
    if (this.leaves.length < TILE_WIDTH) return;
    this.full.push({ index: this.history.size / TILE_WIDTH - 1, leaves: this.leaves });
    this.leaves = [];
  }

  /** Looks at the tiles that became complete, on every level. */
  async checkNew(): Promise<void> {
    for (const { index, leaves } of this.full.splice(0)) {
      await this.checkLeaves(index, leaves);
      for (let level = 1, at = index + 1; at % TILE_WIDTH === 0; level++) {
        at /= TILE_WIDTH;
        await this.checkTile({ level, index: at - 1, width: TILE_WIDTH }, this.history.tile(level, at - 1));
      }
    }
  }

  /** Looks at the ragged right edge, where the log ends. */
  async finish(): Promise<void> {
    const index = Math.floor(this.history.size / TILE_WIDTH);
    if (this.leaves.length > 0) await this.checkLeaves(index, this.leaves);
    for (let level = 1; level <= MAX_LEVEL; level++) {
      const { full, partial } = tilesOf(this.history.size, level);
      if (partial > 0) await this.checkTile({ level, index: full, width: partial }, this.history.tile(level, full));
    }
  }

  /** A tile of leaf hashes as the hub serves it; undefined, and held against it, where it serves none. */
  async fetched(index: number): Promise<Uint8Array[] | undefined> {
    if (!this.known.has(index)) this.known.set(index, await this.read({ level: 0, index, width: TILE_WIDTH }));
    return this.known.get(index);
  }

  /** A tile of leaf hashes is not the one that was read. */
  differs(index: number): void {
    const position = index * TILE_WIDTH;
    this.book.fails({ check: 'tiles', reason: 'tile-differs', position, until: position + TILE_WIDTH - 1 });
  }

  forget(): void {
    this.known.clear();
  }

  private async checkLeaves(index: number, leaves: readonly string[]): Promise<void> {
    const width = leaves.length;
    await this.checkTile({ level: 0, index, width }, this.history.leafHashes(index)!);
    const bundle = await this.log.tile({ level: 'entries', index, width });
    const expected = encodeEntries(leaves.map((leaf) => Buffer.from(leaf, 'latin1')));
    const reason = bundle ? 'bundle-differs' : 'bundle-missing';
    this.book.judge(bundle !== undefined && equalHashes(bundle, expected), {
      ...{ check: 'tiles', reason, position: index * TILE_WIDTH, until: index * TILE_WIDTH + width - 1 },
    });
  }

  private async checkTile(tile: TileRef & { readonly level: number }, expected: readonly Uint8Array[]): Promise<void> {
    const served = await this.read(tile);
    if (!served) return;
    const wrong = expected.findIndex((hash, i) => !served[i] || !equalHashes(hash, served[i]));
    const span = TILE_WIDTH ** tile.level;
    const first = (tile.index * TILE_WIDTH + Math.max(wrong, 0)) * span;
    this.book.judge(wrong === -1, {
      ...{ check: 'tiles', reason: 'tile-differs', position: first },
      ...(span > 1 && { until: first + span - 1 }),
    });
  }

  private async read(tile: TileRef & { readonly level: number }): Promise<Uint8Array[] | undefined> {
    const bytes = await this.log.tile(tile);
    if (bytes?.length === tile.width * 32) return decodeTile(bytes);
    const span = TILE_WIDTH ** tile.level;
    const first = tile.index * TILE_WIDTH * span;
    this.book.fails({ check: 'tiles', reason: 'tile-missing', position: first, until: first + tile.width * span - 1 });
    return undefined;
  }
}
