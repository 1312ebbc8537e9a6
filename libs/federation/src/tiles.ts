import { concatBytes } from '#bytes';
import { ProtocolProblem } from './problems.js';

/** C2SP tlog-tiles: hashes of the tree in tiles of 256, eight rows apart, and the leaves in bundles of 256. */
export const TILE_WIDTH = 256;
const MAX_LEVEL = 6;
const HASH = 32;

/** A tile of hashes, or the bundle of leaves beside a tile of level 0. `width` below 256: the ragged right edge. */
export interface TileRef {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** `tile/<L>/<N>[.p/<W>]`, with `<N>` in groups of three digits, all but the last marked `x`. */
export function tilePath({ level, index, width }: TileRef): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g)!;
  const last = groups.pop()!;
  return `tile/${level}/${groups.map((group) => `x${group}/`).join('')}${last}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tile a path names; undefined for every path but the one `tilePath` gives. */
export function parseTilePath(path: string): TileRef | undefined {
  const match = /^tile\/(entries|[0-9])\/((?:x[0-9]{3}\/){0,4}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(path);
  if (!match) return undefined;
  const level = match[1] === 'entries' ? 'entries' : Number(match[1]);
  const tile = { level, index: Number(match[2]!.replaceAll(/[x/]/g, '')), width: Number(match[3] ?? TILE_WIDTH) } as const;
  const isKnown = (level === 'entries' || level <= MAX_LEVEL) && tile.width <= TILE_WIDTH;
  return isKnown && tilePath(tile) === path ? tile : undefined;
}

/** How many full tiles a level has in a tree of `size` leaves, and how many hashes stand in the ragged one (0: none). */
export function tilesOf(size: number, level: number): { readonly full: number; readonly partial: number } {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return { full: Math.floor(hashes / TILE_WIDTH), partial: hashes % TILE_WIDTH };
}

/** Whether a tree of `size` leaves has all that the tile holds. */
export function isWithin({ level, index, width }: TileRef, size: number): boolean {
  const { full, partial } = tilesOf(size, level === 'entries' ? 0 : level);
  return index < full || (index === full && width <= partial);
}

/** The hashes of a tile. @throws ProtocolProblem `malformed` */
export function decodeTile(bytes: Uint8Array): Uint8Array[] {
  const count = bytes.length / HASH;
  if (!Number.isInteger(count) || count < 1 || count > TILE_WIDTH) throw new ProtocolProblem('malformed');
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * HASH, (i + 1) * HASH));
}

/** Leaves as an entry bundle: each behind its length in two bytes, big-endian. */
export const encodeEntries = (leaves: readonly Uint8Array[]): Uint8Array =>
  concatBytes(...leaves.flatMap((leaf) => [Uint8Array.of(leaf.length >> 8, leaf.length & 0xff), leaf]));

/** The leaves of an entry bundle. @throws ProtocolProblem `malformed` */
export function decodeEntries(bytes: Uint8Array): Uint8Array[] {
  const leaves: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + 2;
    at = start + (bytes[at]! << 8) + (bytes[at + 1] ?? 0);
    if (at > bytes.length || leaves.length === TILE_WIDTH) throw new ProtocolProblem('malformed');
    leaves.push(bytes.subarray(start, at));
  }
  return leaves;
}
