import { type FeedEntry, feedEntry, feedHead, type FeedTail, feedTail, type WellKnown, wellKnown } from '@nmirf/contracts/network/log';
import { type TileRef, tilePath } from '@nmirf/federation/tiles';
import { type HubReader, Unreadable } from './hub-reader.js';

/** A hub fills a page up to 4 MiB and may go over by one message. */
const PAGE_BYTES = 5 * 1024 * 1024;
const NOTE_BYTES = 100_000;
const DESCRIPTION_BYTES = 100_000;
const TILE_BYTES = 256 * 32;
const BUNDLE_BYTES = 256 * (2 + 512);

/** One page of the feed in the form that was agreed; nothing of it has been checked. */
export interface FeedPage {
  readonly from: number;
  readonly size: number;
  readonly entries: readonly FeedEntry[];
  readonly tail: FeedTail;
}

/** What a hub serves to anybody, read as a stranger reads it. */
export class HubLog {
  constructor(private readonly reader: HubReader) {}

  /** `/.well-known/nmirf.json`. @throws Unreadable */
  async description(): Promise<WellKnown> {
    const path = '/.well-known/nmirf.json';
    const parsed = wellKnown.safeParse(jsonOf(await this.reader.readText(path, DESCRIPTION_BYTES)));
    if (!parsed.success) throw new Unreadable('not-as-agreed', path);
    return parsed.data;
  }

  /** The newest signed checkpoint, as text. @throws Unreadable */
  checkpoint(): Promise<string> {
    return this.reader.readText('/nmirf/log1/checkpoint', NOTE_BYTES);
  }

  /** A tile, or undefined where the hub says that there is none. @throws Unreadable */
  async tile(tile: TileRef): Promise<Uint8Array | undefined> {
    try {
      return await this.reader.read(`/nmirf/log1/${tilePath(tile)}`, tile.level === 'entries' ? BUNDLE_BYTES : TILE_BYTES);
    } catch (error) {
      if (error instanceof Unreadable && (error.status === 404 || error.code === 'too-large')) return undefined;
      throw error;
    }
  }

  /** Entries from a position on, at most `limit`, as many as the hub gives in one page. @throws Unreadable */
  async page(from: number, limit: number): Promise<FeedPage> {
    const path = `/nmirf/v1/feed?from=${from}&limit=${limit}&wait=0`;
    const text = await this.reader.readText(path, PAGE_BYTES);
    const page = pageOf(text.split('\n', limit + 4));
    if (page?.from !== from || page.entries.length > limit) throw new Unreadable('not-as-agreed', path);
    return page;
  }
}

function pageOf(lines: readonly string[]): FeedPage | undefined {
  if (lines.at(-1) !== '' || lines.length < 3) return undefined;
  const [head, tail] = [feedHead.safeParse(jsonOf(lines[0]!)), feedTail.safeParse(jsonOf(lines.at(-2)!))];
  const entries = lines.slice(1, -2).map((line) => feedEntry.safeParse(jsonOf(line)));
  if (!head.success || !tail.success || !entries.every((entry) => entry.success)) return undefined;
  const { from, next, size } = head.data;
  const isWhole = next === from + entries.length && size >= next;
  return isWhole ? { from, size, entries: entries.map(({ data }) => data!), tail: tail.data } : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
