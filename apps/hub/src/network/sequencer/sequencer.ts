import type { ProblemDocument } from '@nmirf/contracts/http/problem';
import type { ChainHead } from '@nmirf/contracts/network/envelope';
import { isGovernance } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { ReceiptEntry } from '@nmirf/contracts/network/receipt';
import { toBase64url } from '@nmirf/federation/base64url';
import { follow } from '@nmirf/federation/chain';
import { sha256 } from '@nmirf/federation/crypto';
import { encodeLeaf, leafKindOf } from '@nmirf/federation/leaf';
import type { Message, Verified } from '@nmirf/federation/message';
import { problemOf } from '@nmirf/federation/problems';
import { leafHash } from '@nmirf/federation/tree';
import { applyGovernance, epochOf, keyAt, mayPublish, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { inOneTurn } from '@nmirf/platform/database/one-turn';
import { together } from '@nmirf/platform/database/together';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Bells } from '@nmirf/platform/queue/bell';
import { span } from '@nmirf/platform/tracing/span';
import { announcingNew, type Checkpoint } from '@nmirf/replica/log/checkpoint-store';
import { type LogHead, LogStore, type NewEntry, storedAt } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import type { PlacedMessage } from '@nmirf/replica/projector/applies.decorator';
import { Projector } from '@nmirf/replica/projector/projector';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { NodeContacts } from '../health/node-contacts.js';
import { CHECKPOINT, Checkpointer, LOG_GROWN, SIGNED } from '../log/checkpointer.js';
import { FeedService, type Growth } from '../log/feed.service.js';
import { protocolProblem } from '../log/protocol-problem.js';
import { FORKS } from './forks.js';
import type { Incoming } from './incoming.rules.js';
import { type Answer, ReceiptBook } from './receipt-book.js';
import { standing, type Standing } from './standing.js';

/** A batch whose lines have been checked; the sequencer decides their places. */
export interface Batch {
  readonly sender: NodeId;
  readonly hash: Uint8Array;
  readonly lines: readonly Incoming[];
}

/** Where a message of the hub's own stands, and the hash it is known by. */
export interface Placed {
  readonly position: number;
  readonly hash: string;
}

/** Makes one message of the hub's own, knowing where it will stand. */
export type OwnMessage = (place: {
  readonly head: ChainHead | undefined;
  readonly seen: LogHead;
  readonly trust: Trust | undefined;
}) => Promise<Verified<Message>>;

type Work =
  | { readonly batches: readonly Batch[]; readonly done: (jws: readonly string[]) => void; readonly failed: (error: unknown) => void }
  | { readonly own: OwnMessage; readonly done: (placed: Placed) => void; readonly failed: (error: unknown) => void };

const isAnswered = (answer: Placed | Problem | readonly Answer[]): answer is readonly Answer[] => Array.isArray(answer);

const lengthOf = (work: Work): number => ('batches' in work ? work.batches.reduce((sum, { lines }) => sum + lines.length, 0) : 1);

/** A node that is told to wait asks again after this long. */
export const PATIENCE = { 'retry-after': '5' };
const MAX_MESSAGES = 500;

/** What happens once a transaction is durable: the tables take the messages from here, and these bells are rung. */
interface Wake {
  readonly placed: PlacedMessage[];
  readonly rings: Set<string>;
  covered?: Covered;
}

/** The log under a checkpoint that was signed in the transaction, and what readers who wait for it get. */
interface Covered {
  readonly frontier: LogHead['frontier'];
  readonly growth: Growth;
}

type Said = Pick<ReceiptEntry, 'epoch' | 'seq' | 'hash'>;

/** Everything one transaction knows while it gives out places. */
interface Writing extends Wake, Omit<Standing, 'recovering'> {
  readonly tx: EntityManager;
  trust: Trust | undefined;
  frontier: LogHead['frontier'];
  readonly entries: NewEntry[];
  readonly receivedMs: number;
}

/**
 * The network's single sequencer. Every batch that waits goes into one transaction, under the row lock of the log's state, and is
 * answered when it has been committed. Few messages that nothing waits behind get their checkpoint in it; else it is asked for then.
 */
@Injectable()
export class Sequencer {
  private readonly waiting: Work[] = [];
  private running = false;

  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly trust: TrustStore,
    private readonly keys: KeysService,
    private readonly bells: Bells,
    private readonly metrics: Metrics,
    private readonly contacts: NodeContacts,
    private readonly projector: Projector,
    private readonly checkpointer: Checkpointer,
    private readonly feed: FeedService,
  ) {}

  /** Gives places to a batch; resolves with the signed receipt once it is durable. */
  async accept(batch: Batch): Promise<string> {
    const [receipt] = await this.acceptAll([batch]);
    return receipt!;
  }

  /** The same for several that belong together: they are placed in one transaction, or none is. */
  acceptAll(batches: readonly Batch[]): Promise<readonly string[]> {
    return new Promise((done, failed) => this.enqueue({ batches, done, failed }));
  }

  /** Appends a message of the hub's own; resolves once it is durable. Throws the problem that the log's present state refuses it with. */
  append(own: OwnMessage): Promise<Placed> {
    return new Promise((done, failed) => this.enqueue({ own, done, failed }));
  }

  private enqueue(work: Work): void {
    this.waiting.push(work);
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.write(this.take());
    this.running = false;
  }

  private take(): Work[] {
    let messages = 0;
    const count = this.waiting.findIndex((work) => (messages += lengthOf(work)) > MAX_MESSAGES);
    return this.waiting.splice(0, count === -1 ? this.waiting.length : Math.max(count, 1));
  }

  private async write(works: readonly Work[]): Promise<void> {
    const wake: Wake = { placed: [], rings: new Set([CHECKPOINT]) };
    try {
      const answers = await span('accept', () => this.db.transaction((tx) => this.sequence(tx, works, wake)));
      if (wake.covered) this.stands(wake.covered);
      if (this.bells.works) this.projector.offer(wake.placed);
      for (const bell of wake.rings) void this.bells.ring(bell);
      works.forEach((work, i) => (answers[i] instanceof Problem ? work.failed(answers[i]) : work.done(answers[i] as never)));
    } catch (error) {
      works.forEach((work) => work.failed(error));
    }
  }

  private stands({ frontier, growth }: Covered): void {
    this.checkpointer.stands(frontier);
    this.feed.grown(growth);
  }

  private async sequence(tx: EntityManager, works: readonly Work[], wake: Wake): Promise<(readonly string[] | Placed | Problem)[]> {
    const writing = await this.begin(tx, works, wake);
    const trust = writing.trust;
    // With the key that was in force before this transaction: it may hold the decision that brings in another.
    const before = await this.keys.held('receipt', trust);
    const answers: (Placed | Problem | readonly Answer[])[] = [];
    for (const work of works) answers.push('batches' in work ? await this.batches(writing, work) : await this.own(writing, work.own));
    // Whoever is not the hub takes only what makes it the hub, whole.
    const signer = before ?? (await this.keys.held('receipt', writing.trust));
    if (!signer) throw protocolProblem('recovery', {}, PATIENCE);
    const checkpoint = writing.entries.length > 0 ? await this.grown(writing, trust) : undefined;
    const book = new ReceiptBook(signer);
    const sealed = answers.map((answer) => (isAnswered(answer) ? answer.map((each) => book.seal(writing.trust!.networkId, each)) : answer));
    const parts = [...book.keeping(), ...(checkpoint ? [announcingNew(checkpoint, LOG_GROWN)] : [])];
    if (parts.length > 0) await inOneTurn(tx, { ...together(parts), ends: true });
    if (!checkpoint) return sealed;
    wake.covered = coveredBy(writing, checkpoint);
    wake.rings.delete(CHECKPOINT);
    wake.rings.add(SIGNED);
    return sealed;
  }

  /** Writes what got its place; a checkpoint over it, when nothing waits and nobody's keys changed. */
  private async grown({ tx, base, signed, frontier, entries, trust }: Writing, known: Trust | undefined): Promise<Checkpoint | undefined> {
    const { leaves } = await this.store.append(tx, base, frontier, entries);
    if (!leaves || !trust || trust !== known || this.waiting.length > 0) return undefined;
    return this.checkpointer.beside({ trust, before: base.frontier, signed, leaves, after: frontier });
  }

  private async begin(tx: EntityManager, works: readonly Work[], wake: Wake): Promise<Writing> {
    const sources = [...new Set(works.flatMap((work) => ('batches' in work ? work.batches.map(({ sender }) => sender) : ['hub'])))];
    const { recovering, base, signed, heads } = await standing(tx, sources);
    if (recovering) throw protocolProblem('recovery', {}, PATIENCE);
    return {
      ...{ tx, base, signed, heads, frontier: base.frontier, entries: [], receivedMs: Math.max(Date.now(), base.receivedMs) },
      trust: await this.trust.upTo(tx, base.governanceAt),
      ...{ placed: wake.placed, rings: wake.rings },
    };
  }

  private async own(writing: Writing, make: OwnMessage): Promise<Placed | Problem> {
    const seen = { ...writing.base, size: writing.frontier.size, frontier: writing.frontier };
    const message = await make({ head: writing.heads.get('hub'), seen, trust: writing.trust });
    const refused = writing.trust && refusalAt(writing, message);
    if (refused) return new Problem(refused.code, refused.status, {}, { errors: refused.errors ?? [] });
    return { position: this.place(writing, message), hash: toBase64url(message.hash) };
  }

  private async batches(writing: Writing, { batches }: { readonly batches: readonly Batch[] }): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    for (const batch of batches) answers.push(await this.batch(writing, batch));
    return answers;
  }

  private async batch(writing: Writing, { sender, hash, lines }: Batch): Promise<Answer> {
    const entries: ReceiptEntry[] = [];
    for (const line of lines) {
      const answer = this.line(writing, sender, line);
      // What needs nothing else is not waited for: that costs more than the place itself.
      const entry = answer instanceof Promise ? await answer : answer;
      entries.push(entry);
      this.metrics.count('messages_total', { status: entry.status, code: entry.problem?.code ?? '' });
      if (entry.problem) this.contacts.refused(sender, entry.problem.code);
      if (entry.status !== 'accepted' && entry.status !== 'duplicate') break;
    }
    const head = writing.heads.get(sender);
    return {
      to: sender,
      batch: toBase64url(hash),
      entries,
      ...(head && { head }),
      size: writing.frontier.size,
      time: new Date(writing.receivedMs).toISOString(),
    };
  }

  private line(writing: Writing, sender: NodeId, line: Incoming): ReceiptEntry | Promise<ReceiptEntry> {
    const { message } = line;
    if (!message)
      return {
        epoch: 0,
        seq: 0,
        hash: toBase64url((line as { hash: Uint8Array }).hash),
        status: 'rejected',
        ...(line.problem && { problem: line.problem }),
      };
    const { epoch, seq } = message.envelope;
    const said = { epoch, seq, hash: toBase64url(message.hash) };
    const following = follow(writing.heads.get(sender), message.envelope, message.hash, epochOf(writing.trust!, sender));
    if (following.outcome === 'gap') return { ...said, status: 'gap', problem: problemOf('sequence-gap') };
    if (following.outcome !== 'next') return this.past(writing, message, said);
    const problem = line.problem ?? refusalAt(writing, message);
    if (problem) return { ...said, status: 'rejected', problem };
    if (isGovernance(message.envelope.type)) return this.governing(writing, message, said);
    return { ...said, status: 'accepted', pos: this.place(writing, message, line.isRead) };
  }

  /** What would put the log into the hands of another hub is for that one to take, which alone can sign what follows. */
  private async governing(writing: Writing, message: Verified<Message>, said: Said): Promise<ReceiptEntry> {
    const { trust, frontier } = writing;
    const after = trust && applyGovernance(trust, message, frontier.size);
    if (after && after.hub !== trust.hub && !(await this.keys.isHub(after)))
      return { ...said, status: 'rejected', problem: problemOf('recovery') };
    return { ...said, status: 'accepted', pos: this.place(writing, message) };
  }

  /** A place that is taken: the same message again is a duplicate, another one a fork, and both are kept. */
  private async past({ tx, entries, base, rings }: Writing, message: Verified<Message>, said: Said): Promise<ReceiptEntry> {
    const { source, epoch, seq } = message.envelope;
    const fresh = entries.findIndex((entry) => entry.source === source && entry.epoch === epoch && entry.seq === seq);
    const rows: { pos: string; hash: Buffer }[] = await tx.query(
      'select pos, hash from log_entry where source = $1 and epoch = $2 and seq = $3',
      [source, epoch, seq],
    );
    const taken =
      fresh >= 0 ? { pos: base.size + fresh, hash: entries[fresh]!.hash } : rows[0] && { pos: Number(rows[0].pos), hash: rows[0].hash };
    if (taken && Buffer.compare(taken.hash, message.hash) === 0) return { ...said, status: 'duplicate', pos: taken.pos };
    rings.add(FORKS);
    await tx.query(
      'insert into fork_evidence (hash, source, epoch, seq, jws, received_at) values ($1, $2, $3, $4, $5, now()) on conflict do nothing',
      [Buffer.from(message.hash), source, epoch, seq, message.jws],
    );
    return { ...said, status: 'fork', problem: problemOf('chain-fork') };
  }

  private place(writing: Writing, message: Verified<Message>, isRead = false): number {
    const { envelope, hash, jws } = message;
    const { source, epoch, seq, type, aud } = envelope;
    const pos = writing.frontier.size;
    const leaf = encodeLeaf({ kind: leafKindOf(type), source, epoch, seq, hash, receivedMs: writing.receivedMs });
    writing.frontier = writing.frontier.append(leafHash(leaf));
    writing.heads.set(source, { epoch, seq, hash: toBase64url(hash) });
    writing.placed.push({ pos, receivedMs: writing.receivedMs, message, isRead });
    writing.entries.push({ leaf, source, epoch, seq, hash, receivedMs: writing.receivedMs, type, audience: aud, jws });
    if (writing.trust && isGovernance(type)) writing.trust = applyGovernance(writing.trust, message, pos);
    return pos;
  }
}

const coveredBy = ({ base, frontier, entries, trust }: Writing, latest: Checkpoint): Covered => ({
  frontier,
  growth: { latest, read: { trust, entries: entries.map((entry, i) => storedAt(entry, base.size + i)) } },
});

/** What only the log's present state can refuse: a key or member that is no longer good, and a decision that would decide nothing. */
function refusalAt({ trust, frontier }: Writing, message: Verified<Message>): ProblemDocument | undefined {
  const { source, type } = message.envelope;
  const key = trust && keyAt(trust, message.kid, frontier.size);
  if (!key) return problemOf('key-unknown');
  if (!mayPublish(trust, source, frontier.size, key.use)) return problemOf('node-suspended');
  if (!isGovernance(type)) return undefined;
  const ignored = applyGovernance(trust, message, frontier.size).ignored.at(-1);
  return ignored?.position === frontier.size ? problemOf('schema-invalid', [{ path: 'data', code: ignored.why }]) : undefined;
}

/** The hash a receipt names its batch by. */
export const batchHash = (body: Uint8Array): Uint8Array => sha256(body);
