import { createGunzip, createGzip } from 'node:zlib';
import { type FeedEntry, feedEntry, feedHead, type FeedTail, feedTail } from '@nmirf/contracts/network/log';
import { splitLines } from '@nmirf/federation/lines';

/** A page of the log as it travels: on the line, in a snapshot and in a bundle (docs/protocol.md §5). */
export interface FeedPage {
  readonly from: number;
  readonly next: number;
  /** How long the log is, as whoever made the page says. */
  readonly size: number;
  readonly entries: readonly FeedEntry[];
  readonly tail: FeedTail;
}

/** Leaves of a page, at most. */
export const PAGE_LEAVES = 500;
/** Bytes of a page, at most: 4 MiB, and one message over. */
export const MAX_PAGE_BYTES = 5 * 1024 * 1024;
/** Pages follow each other in one part until it has so many bytes. */
export const PART_BYTES = 16 * 1024 * 1024;
/** What a part has, unpacked, at most: its last page may go beyond. */
const MAX_PART_BYTES = PART_BYTES + MAX_PAGE_BYTES;
/** So much is unpacked in one go and while nobody reads: a chunk comes with a turn of the event loop, and a page that is checked leaves few. */
const UNPACKED = { chunkSize: 256 * 1024, highWaterMark: 512 * 1024 } as const;

/** Packs pages. Messages are base64url: more effort hardly packs them better. */
export const packer = (): ReturnType<typeof createGzip> => createGzip({ level: 1 });

/** Bytes that are no pages, or too many. */
export class NoPage extends Error {
  override readonly name = 'NoPage';
}

/** Reads one page. Throws when its lines are not those of a page. */
export function pageOf(bytes: Uint8Array): FeedPage {
  return pageIn(splitLines(bytes).map(valueOf));
}

function pageIn([head, ...entries]: readonly unknown[]): FeedPage {
  const tail = feedTail.parse(entries.pop());
  return { ...feedHead.parse(head), entries: entries.map((entry) => feedEntry.parse(entry)), tail };
}

const valueOf = ({ buffer, byteOffset, length }: Uint8Array): unknown =>
  JSON.parse(Buffer.from(buffer, byteOffset, length).toString('utf8'));

/** What a page has from a position on: its checkpoint is tied to its end. */
export const behind = (page: FeedPage, size: number): FeedPage =>
  page.from < size ? { ...page, from: size, entries: page.entries.slice(size - page.from) } : page;

/**
 * The pages of a part, as they are unpacked: no more than one is in memory. Throws `NoPage` for a part that ends within a page or is longer
 * than a part may be, and zlib's error for one that is damaged.
 */
export async function* pagesIn(packed: AsyncIterable<Buffer>): AsyncGenerator<FeedPage> {
  let [values, expected]: [unknown[], number] = [[], 0];
  for await (const line of linesIn(unpacked(packed))) {
    values.push(valueOf(line));
    if (values.length === 1) expected = leavesOf(values[0]) + 2;
    if (values.length < expected) continue;
    yield pageIn(values);
    values = [];
  }
  if (values.length > 0) throw new NoPage('The part ends within a page');
}

function leavesOf(head: unknown): number {
  const { from, next } = feedHead.parse(head);
  const leaves = next - from;
  if (leaves < 0 || leaves > PAGE_LEAVES) throw new NoPage('A page has at most 500 leaves');
  return leaves;
}

/** What the source has to complain about comes behind what could be unpacked: a page that does not hold is told first. */
async function* unpacked(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip(UNPACKED);
  let complaint: unknown;
  const feeding = feed(packed, gunzip).catch((error: unknown) => {
    complaint = error;
    gunzip.end();
  });
  let length = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_PART_BYTES) throw new NoPage('The part is too long');
      yield chunk;
    }
    await feeding;
    if (complaint !== undefined) throw complaint;
  } finally {
    gunzip.destroy();
  }
}

async function feed(packed: AsyncIterable<Buffer>, gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  for await (const chunk of packed) {
    if (gunzip.destroyed) return;
    if (!gunzip.write(chunk)) await emptied(gunzip);
  }
  gunzip.end();
}

const emptied = (gunzip: ReturnType<typeof createGunzip>): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      gunzip.off('drain', go).off('close', go);
      resolve();
    };
    gunzip.on('drain', go).on('close', go);
  });

/** Lines without their line feeds, as slices of the chunks where they can be; the rest behind the last one too. */
export async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
      const piece = chunk.subarray(from, end);
      yield rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
    if (rest.reduce((length, part) => length + part.length, 0) > MAX_LINE_BYTES) throw new NoPage('A line is too long');
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}

/** The longest line is a message with its leaf. */
const MAX_LINE_BYTES = 128 * 1024;
