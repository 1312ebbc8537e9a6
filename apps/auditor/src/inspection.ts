import type { FeedEntry, WellKnown } from '@nmirf/contracts/network/log';
import { parseCheckpoint, type Checkpoint } from '@nmirf/federation/checkpoint';
import { type Note, parseNote } from '@nmirf/federation/note';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { Broken, type CheckBook } from './checks.js';
import type { FeedPage, HubLog } from './hub/hub-log.js';
import { Unreadable } from './hub/hub-reader.js';
import { checkCheckpoint, checkDescription } from './log/hub-claims.js';
import { FeedTails } from './log/feed-tails.js';
import { equalHashes } from './log/hashes.js';
import { LogAudit } from './log/log-audit.js';
import type { Claim } from './log/seen.js';
import { SeenClaims } from './log/seen-claims.js';
import { ServedTiles } from './log/served-tiles.js';
import { checkWitnesses, type WitnessLine } from './log/witnesses.js';

const PAGE = 500;
const ENTRY_CHECKS = ['leaves', 'times', 'messages', 'signatures', 'schemas', 'chains', 'rights', 'governance', 'seen'] as const;

export interface InspectionOptions {
  /** Whether the hash of leaf 0 is the one that was given; absent when none was. */
  readonly pin?: (network: string) => boolean;
  /** What whoever audits has seen of this log before. */
  readonly known: readonly Claim[];
  readonly onProgress: (done: number, total: number) => void;
}

/** A signed checkpoint before its signature has been judged. */
export interface ServedCheckpoint extends Checkpoint {
  readonly note: Note;
}

/** One audit of one log, from leaf 0 to the newest checkpoint. */
export class Inspection {
  readonly entries: LogAudit;
  checkpoint: ServedCheckpoint | undefined;
  witnesses: readonly WitnessLine[] = [];
  private readonly seen: SeenClaims;
  private readonly tiles: ServedTiles;
  private readonly tails: FeedTails;

  constructor(
    private readonly log: HubLog,
    private readonly book: CheckBook,
    private readonly options: InspectionOptions,
  ) {
    this.entries = new LogAudit(book, options.pin);
    this.tiles = new ServedTiles(log, book, this.entries.history);
    this.seen = new SeenClaims(book, this.entries.history, this.tiles);
    this.tails = new FeedTails(book);
  }

  /** @throws Broken where the log stops to hold, Unreadable where the hub can be read no further */
  async run(): Promise<void> {
    if (!this.options.pin) this.book.finish('pin');
    if (this.options.known.length === 0) this.book.finish('known');
    const description = await this.described();
    this.checkpoint = this.readCheckpoint(await this.log.checkpoint());
    const size = this.checkpoint?.size ?? (await this.log.page(0, 1)).size;
    if (size === 0) throw new Broken({ check: 'genesis', reason: 'genesis-missing', position: 0 });
    await this.readLeaves(size);
    this.entries.finish();
    this.book.finish(...ENTRY_CHECKS);
    this.checkTree(size);
    await this.checkRest();
    checkDescription(description, this.entries.trust!, size, this.book);
    this.book.finish('description');
  }

  /** An audit does not need it, so a hub that is there and cannot describe itself is audited all the same. */
  private async described(): Promise<WellKnown | undefined> {
    try {
      return await this.log.description();
    } catch (error) {
      if (error instanceof Unreadable && error.code !== 'unreachable' && error.code !== 'too-slow') return undefined;
      throw error;
    }
  }

  private readCheckpoint(text: string): ServedCheckpoint | undefined {
    try {
      const note = parseNote(text);
      return { ...parseCheckpoint(note.text), note };
    } catch (error) {
      if (!(error instanceof ProtocolProblem)) throw error;
      this.book.fails({ check: 'checkpoint', reason: 'checkpoint-malformed' });
      return undefined;
    }
  }

  private async readLeaves(size: number): Promise<void> {
    const { history } = this.entries;
    for (let next = this.page(0, size); history.size < size;) {
      const page = await next;
      const end = history.size + page.entries.length;
      if (end < size) next = this.page(end, size);
      await this.readPage(page);
      this.options.onProgress(history.size, size);
    }
  }

  /** Pages are asked for ahead of time, so a refusal must not count as unheard before somebody waits for it. */
  private page(from: number, size: number): Promise<FeedPage> {
    const page = this.log.page(from, Math.min(PAGE, size - from)).catch((error: unknown) => {
      throw error instanceof Unreadable && error.status === 409 ? missing(from) : error;
    });
    page.catch(() => undefined);
    return page;
  }

  private async readPage(page: FeedPage): Promise<void> {
    if (page.entries.length === 0) throw missing(page.from);
    for (const entry of page.entries) this.readEntry(entry);
    await this.seen.settle();
    await this.tiles.checkNew();
    this.tails.check(page.tail, this.entries.history, this.entries.trust!);
  }

  private readEntry(entry: FeedEntry): void {
    const claim = this.entries.take(entry);
    if (claim) this.seen.hear(claim, 'seen');
    this.tiles.note(entry.leaf);
  }

  private checkTree(size: number): void {
    const { history } = this.entries;
    if (!this.checkpoint) return;
    const isSame = equalHashes(history.root, this.checkpoint.root);
    this.book.judge(isSame, {
      check: 'tree',
      reason: 'root-differs',
      position: this.seen.agreedUpTo,
      until: size - 1,
      size,
      agreedUpTo: this.seen.agreedUpTo,
    });
    this.book.finish('tree');
  }

  private async checkRest(): Promise<void> {
    const { trust } = this.entries;
    if (this.checkpoint) {
      checkCheckpoint(this.checkpoint, trust!, this.book);
      this.witnesses = checkWitnesses(this.checkpoint, trust!, this.book);
    }
    this.book.finish('checkpoint', 'cosignatures');
    this.tails.finish(trust!);
    await this.tiles.finish();
    for (const claim of this.options.known) this.seen.hear(claim, 'known');
    await this.seen.settle();
    this.book.finish('feed', 'tiles', 'known');
  }
}

const missing = (position: number): Broken => new Broken({ check: 'tree', reason: 'leaf-missing', position });
