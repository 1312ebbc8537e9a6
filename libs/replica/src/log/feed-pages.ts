import type { FeedEntry, FeedHead, FeedTail } from '@nmirf/contracts/network/log';
import type { SourceId } from '@nmirf/contracts/network/names';
import { encodeLines } from '@nmirf/federation/lines';
import type { Trust } from '@nmirf/federation/trust';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { audienceIn } from './audience-text.js';
import { type Checkpoint, CheckpointStore } from './checkpoint-store.js';
import { Evidence } from './evidence.js';
import { PAGE_LEAVES, PART_BYTES } from './feed-page.js';
import type { PageTie } from './page-tie.entity.js';
import { LogStore, type StoredEntry } from './log-store.js';
import { TrustStore } from './trust-store.js';

const PAGE_BYTES = 4 * 1024 * 1024;

/** Who reads: a member, the public (undefined), or `hub`, for whom nothing is withheld that is here. */
export type Reader = SourceId | undefined;

/** A page as NDJSON: head, entries, and the checkpoint with the proof that ties the page to it. */
export interface PageText {
  readonly from: number;
  readonly next: number;
  readonly bytes: Uint8Array;
}

/** What a page is made of, the same for every reader. `trust` is as new as the checkpoint that the page is to stand under. */
export interface PageRead {
  readonly entries: readonly StoredEntry[];
  readonly trust: Trust | undefined;
}

/** One look: whoever knew less of the membership than the checkpoint covers would show it to readers who do not know its key yet. */
const NEWEST = `
  select signed.size, root, note, signed_at as "signedAt", governance_at as "governanceAt"
    from log_state, lateral (select * from log_checkpoint order by size desc limit 1) signed where id = 1`;

type NewestRow = Omit<Checkpoint, 'size'> & { readonly size: string; readonly governanceAt: string };

interface Page {
  readonly shown: readonly StoredEntry[];
  readonly tail: Checkpoint;
}

/** Pages of this server's copy of the log, each with what its readers need to check it (docs/protocol.md §5). */
@Injectable()
export class FeedPages {
  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly checkpoints: CheckpointStore,
    private readonly evidence: Evidence,
    private readonly trust: TrustStore,
  ) {}

  /** The newest checkpoint, with the membership as it is then. */
  async newest(): Promise<{ readonly latest: Checkpoint; readonly trust: Trust | undefined } | undefined> {
    const [row]: NewestRow[] = await this.db.query(NEWEST);
    if (!row) return undefined;
    const { governanceAt, size, ...checkpoint } = row;
    return { latest: { ...checkpoint, size: Number(size) }, trust: await this.trust.upTo(this.db.manager, Number(governanceAt)) };
  }

  /** What stands in the log from `from` on, whether a checkpoint covers it or not. */
  entries(from: number, limit: number): Promise<StoredEntry[]> {
    return this.store.entries(this.db.manager, from, limit);
  }

  /** The page from `from` of the log that ends with `latest`; `from` is not beyond it. */
  async page(from: number, limit: number, latest: Checkpoint, reader: Reader, read?: PageRead): Promise<PageText> {
    const covered = latest.size - from;
    const { entries, trust } = read ?? (await this.read(from, Math.min(limit, covered)));
    const { shown, tail } = await this.underKnownKey(trust, from, within(entries.slice(0, covered)), latest);
    const next = from + shown.length;
    const proof = await this.evidence.consistency(next, tail.size);
    const lines = shown.map((entry) => lineFor(entry, reader));
    return textOf({ from, next, size: latest.size }, lines, { checkpoint: tail.note, proof });
  }

  /**
   * The page from `from` to where one ended that its hub has lost, under what tied that one: nothing here covers it whole. `size` is how
   * far this copy of the log goes.
   */
  async tied(from: number, { size: next, note: checkpoint, proof }: PageTie, size: number, reader: Reader): Promise<PageText> {
    const entries = await this.store.entries(this.db.manager, from, next - from);
    const lines = entries.map((entry) => lineFor(entry, reader));
    return textOf({ from, next, size }, lines, { checkpoint, proof: [...proof] });
  }

  /** Page behind page from `from` on, until a part is full or the log ends with `latest`. */
  async *part(from: number, latest: Checkpoint, reader: Reader): AsyncGenerator<PageText> {
    for (let [at, length] = [from, 0]; at < latest.size && length < PART_BYTES;) {
      const page = await this.page(at, PAGE_LEAVES, latest, reader);
      yield page;
      at = page.next;
      length += page.bytes.length;
    }
  }

  private async read(from: number, limit: number): Promise<PageRead> {
    const [entries, trust] = await Promise.all([this.entries(from, limit), this.trust.current(this.db.manager)]);
    return { entries, trust };
  }

  /**
   * A page ends under a checkpoint whose key its reader knows by then. In front of the message that brings in another log key that is an
   * older checkpoint; where none covers the whole page it ends sooner, and where none is left it goes on up to that message.
   */
  private async underKnownKey(trust: Trust | undefined, from: number, entries: readonly StoredEntry[], latest: Checkpoint): Promise<Page> {
    const next = from + entries.length;
    const turn = trust && turnOfLogKey(trust, next);
    if (turn === undefined || turn >= latest.size) return { shown: entries, tail: latest };
    const tail = await this.checkpoints.upTo(turn);
    if (tail && tail.size >= next) return { shown: entries, tail };
    if (tail && tail.size > from) return { shown: entries.slice(0, tail.size - from), tail };
    return this.underKnownKey(trust, from, await this.store.entries(this.db.manager, from, turn + 1 - from), latest);
  }
}

/** Where the next other key of the log takes over, at `position` or behind it. */
const turnOfLogKey = (trust: Trust, position: number): number | undefined =>
  trust.hub.keys.find(({ use, from }) => use === 'log' && from > 0 && from >= position)?.from;

/** As many entries as fit a page, and never none. */
function within(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  let bytes = 0;
  const end = entries.findIndex(({ leaf, jws }, i) => (bytes += leaf.length + (jws?.length ?? 0) + 64) > PAGE_BYTES && i > 0);
  return end === -1 ? entries : entries.slice(0, end);
}

const textOf = (head: FeedHead, lines: readonly string[], tail: FeedTail): PageText => ({
  ...{ from: head.from, next: head.next },
  bytes: encodeLines([JSON.stringify(head), ...lines, JSON.stringify(tail)]),
});

/** A line of JSON (`feedEntry`). A message is base64url and two dots, which JSON writes as they are. */
function lineFor(entry: StoredEntry, reader: Reader): string {
  const { pos, leaf, jws } = entry;
  const why = whyWithheld(entry, reader);
  return why ? JSON.stringify({ pos, leaf, jws: null, why }) : `{"pos":${pos},"leaf":${JSON.stringify(leaf)},"jws":"${jws}"}`;
}

function whyWithheld({ audience, jws, why }: StoredEntry, reader: Reader): FeedEntry['why'] {
  if (jws === null) return (why ?? 'erased') as FeedEntry['why'];
  if (audience === '*' || reader === 'hub') return undefined;
  const readers = audienceIn(audience);
  const isOpen = reader !== undefined && (typeof readers === 'string' ? readers === 'members' : readers.includes(reader));
  return isOpen ? undefined : 'audience';
}
