import { isGovernance, isMessageType, type MessageType, messageTypes } from '@nmirf/contracts/network/message-types';
import { decodeLeaf } from '@nmirf/federation/leaf';
import { reopenMessage } from '@nmirf/federation/message';
import { disbelieved, type Disbelieved } from '@nmirf/federation/trust';
import { WITHOUT_WAITING } from '@nmirf/platform/database/without-waiting';
import type { Part } from '@nmirf/platform/database/together';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { LogStore, type StoredEntry } from '../log/log-store.js';
import { TrustStore } from '../log/trust-store.js';
import { APPLIES, type PlacedMessage } from './applies.decorator.js';
import { FORGETS } from './forgets.decorator.js';
import { whyQuarantined } from './quarantine.rules.js';
import { keepAside } from './set-aside.js';

/** Rung when the tables people read may show other practices than before. */
export const PRACTICES = 'practices';
/** The same of resources. */
export const RESOURCES = 'resources';

/** Bells to ring once what the tables were given is durable. */
export type Changed = readonly string[];

/** What a message can change, by the first word of its type; one of any other kind may take a whole source out of the tables. */
const CHANGES: Readonly<Record<string, Changed>> = { practice: [PRACTICES], resource: [RESOURCES], statistics: [] };
const EVERYTHING: Changed = [PRACTICES, RESOURCES];

/** Verified messages that a server may keep in memory for its projector; more are read from the log again. */
const MOST_OFFERED = 1_000;

const PAGE = 500;

type Forgetting = (tx: EntityManager, source: string) => Promise<void>;
type Projection = (tx: EntityManager, messages: readonly PlacedMessage[]) => Promise<void>;

const MOVE = `moved as (update projection_state set position = $2 where id = 1 and position = $1 returning position)`;
/** Locks the tables for this transaction. What a crash forgets of them is applied again. */
const POSITION = `select position from projection_state, ${WITHOUT_WAITING} where id = 1 for update of projection_state`;

/** What the statement answered that moved the tables on: null where they do not stand at `from`. */
export interface Moved {
  readonly moved: string | null;
}

/** Notes that the tables stand at `to`, and locks them for this transaction. */
export const moving = (from: number, to: number): Part => ({
  ...{ text: MOVE, values: [from, to] },
  answers: '(select position from moved) as moved',
});

/** Follows the log into the tables that people read. Restartable: its position is written in the same transaction. */
@Injectable()
export class Projector implements OnApplicationBootstrap {
  private readonly log = new Logger(Projector.name);
  private readonly byType = new Map<MessageType, Projection>();
  private readonly forgetting: Forgetting[] = [];
  private readonly offered = new Map<number, PlacedMessage>();
  private appliedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: LogStore,
    private readonly trust: TrustStore,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly metrics: Metrics,
  ) {}

  /** Refuses to start when a message type has no projection, or two. */
  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const types = this.reflector.get<readonly MessageType[] | undefined>(APPLIES, instance[name]);
        if (this.reflector.get<boolean | undefined>(FORGETS, instance[name]))
          this.forgetting.push((tx, source) => instance[name](tx, source));
        for (const type of types ?? []) this.register(type, (tx, messages) => instance[name](tx, messages));
      }
    }
    const missing = Object.keys(messageTypes).filter((type) => !this.byType.has(type as MessageType));
    if (missing.length > 0) throw new Error(`No projection applies ${missing.join(', ')}`);
  }

  /** Milliseconds since this process last applied a message. */
  get quietMs(): number {
    return performance.now() - this.appliedAt;
  }

  /** Messages that this process has just verified and stored, so that they need not be read and parsed again. */
  offer(messages: readonly PlacedMessage[]): void {
    if (this.offered.size + messages.length > MOST_OFFERED) this.offered.clear();
    for (const placed of messages) this.offered.set(placed.pos, placed);
  }

  /** Applies up to `limit` entries that stand in the log already. */
  async catchUp(tx: EntityManager, limit = PAGE): Promise<{ readonly hasMore: boolean; readonly changed: Changed }> {
    const [row]: { position: string }[] = await tx.query(POSITION);
    const from = Number(row!.position);
    const { size } = await this.store.head(tx);
    if (from === size) return { hasMore: false, changed: [] };
    const { messages, end } = await this.next(tx, from, limit);
    const changed = await this.apply(tx, messages);
    await tx.query('update projection_state set position = $1 where id = 1', [end]);
    return { hasMore: end < size, changed };
  }

  private async next(
    tx: EntityManager,
    from: number,
    limit: number,
  ): Promise<{ readonly messages: PlacedMessage[]; readonly end: number }> {
    const offered = this.run(from);
    if (offered.length > 0) return { messages: offered, end: from + offered.length };
    const entries = await this.store.entries(tx, from, limit);
    return { messages: entries.filter(({ jws }) => jws !== null).map(placed), end: from + entries.length };
  }

  /** What was offered from a position on, without a hole. Taken once: a transaction that fails reads the log. */
  private run(from: number): PlacedMessage[] {
    const run: PlacedMessage[] = [];
    for (let placed = this.offered.get(from); placed; placed = this.offered.get(from + run.length)) run.push(placed);
    if (this.offered.size > 0) for (const pos of this.offered.keys()) if (pos < from + run.length) this.offered.delete(pos);
    return run;
  }

  /** Applies messages in log order and sets aside the ones it cannot read. Whoever calls notes where the tables stand then. */
  async apply(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<Changed> {
    const changed = new Set<string>();
    for (const { type, run } of runs(await this.setAside(tx, messages))) {
      if (isMessageType(type)) await this.byType.get(type)!(tx, run);
      else this.log.warn(`Messages of type ${type} are kept and not shown: this version does not know the type`);
      for (const bell of CHANGES[type.slice(0, type.indexOf('.'))] ?? EVERYTHING) changed.add(bell);
      if (isGovernance(type)) for (const source of await this.fallen(tx, run)) await this.readAgain(tx, source, run.at(-1)!.pos);
    }
    if (messages.length > 0) this.appliedAt = performance.now();
    return [...changed];
  }

  /** Whose keys these messages took back. */
  private async fallen(tx: EntityManager, run: readonly PlacedMessage[]): Promise<readonly Disbelieved[]> {
    const trust = await this.trust.upTo(tx, run.at(-1)!.pos);
    return trust ? disbelieved(trust, new Set(run.map(({ pos }) => pos))) : [];
  }

  /**
   * Shows a source as if what a thief signed had never been: its content goes, and comes again from the log without the messages that are
   * not believed. What it changed of the membership stands, for others have acted on it.
   */
  private async readAgain(tx: EntityManager, { id, from }: Disbelieved, end: number): Promise<void> {
    for (const forget of this.forgetting) await forget(tx, id);
    for (let at = 0; ;) {
      const entries = await this.store.entriesOf(tx, id, [at, end], PAGE);
      const messages = entries
        .map(placed)
        .filter(({ message: { envelope } }) => isMessageType(envelope.type) && !isGovernance(envelope.type));
      for (const { type, run } of runs(await this.setAside(tx, messages, from))) await this.byType.get(type as MessageType)!(tx, run);
      if (entries.length < PAGE) return;
      at = entries.at(-1)!.pos + 1;
    }
  }

  private async setAside(
    tx: EntityManager,
    messages: readonly PlacedMessage[],
    distrusted: Disbelieved['from'] = new Map(),
  ): Promise<readonly PlacedMessage[]> {
    const rows = messages.flatMap(({ pos, isRead, message: { envelope, kid } }) => {
      const isDistrusted = pos >= (distrusted.get(kid) ?? Infinity);
      const why = isDistrusted ? 'distrusted' : !isRead && whyQuarantined(envelope);
      return why ? [{ pos, source: envelope.source, type: envelope.type, dataschema: envelope.dataschema, why }] : [];
    });
    if (rows.length === 0) return messages;
    await keepAside(tx, rows);
    for (const { pos, type, why } of rows) {
      this.metrics.count('quarantined_total', { why });
      this.log.warn(`The message of type ${type} at position ${pos} is kept and not shown: ${why}`);
    }
    const aside = new Set(rows.map(({ pos }) => pos));
    return messages.filter(({ pos }) => !aside.has(pos));
  }

  private register(type: MessageType, projection: Projection): void {
    if (this.byType.has(type)) throw new Error(`Two projections apply ${type}`);
    this.byType.set(type, projection);
  }
}

/** A stored entry whose message is here. */
function placed({ pos, leaf, jws }: StoredEntry): PlacedMessage {
  const { hash, receivedMs } = decodeLeaf(leaf);
  return { pos, receivedMs, message: reopenMessage(jws!, hash) };
}

/** Cuts a page of messages into runs of one type, so that a projection can write many rows at once and order still holds. */
function* runs(messages: readonly PlacedMessage[]): Generator<{ type: string; run: PlacedMessage[] }> {
  let run: PlacedMessage[] = [];
  for (const placed of messages) {
    const type = run[0]?.message.envelope.type;
    if (type !== undefined && type !== placed.message.envelope.type) {
      yield { type, run };
      run = [];
    }
    run.push(placed);
  }
  if (run[0]) yield { type: run[0].message.envelope.type, run };
}
