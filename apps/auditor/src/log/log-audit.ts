import type { ChainHead } from '@nmirf/contracts/network/envelope';
import type { FeedEntry } from '@nmirf/contracts/network/log';
import { toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace, follow } from '@nmirf/federation/chain';
import { decodeLeaf, type Leaf } from '@nmirf/federation/leaf';
import type { Message, Verified } from '@nmirf/federation/message';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { leafHash } from '@nmirf/federation/tree';
import { applyGovernance, epochOf, foundTrust, keyAt, mayPublish, statusAt, type Trust } from '@nmirf/federation/trust';
import { isGovernance, isMessageType } from '@nmirf/contracts/network/message-types';
import { Broken, type CheckBook, type Finding } from '../checks.js';
import { schemaFault } from './content.rules.js';
import { Erasures } from './erasures.js';
import { History } from './history.js';
import { openEntry, openFirst } from './open-entry.js';
import { type Claim, readClaim } from './seen.js';
import { Tallies } from './tallies.js';

/** A message is refused by an honest hub when its author's clock is further ahead than this (docs/protocol.md §11). */
const MAX_AHEAD_MS = 10 * 60_000;

/**
 * Reads the log leaf by leaf and looks at everything that can be judged without the hub's help. Holds the membership, one chain
 * head a sender and the tree's history, and nothing of the content.
 */
export class LogAudit {
  readonly history = new History();
  readonly tallies = new Tallies();
  private readonly erasures = new Erasures();
  /** The membership after the last leaf; undefined before the first. */
  trust: Trust | undefined;
  receivedMs = 0;
  firstReceivedMs = 0;
  private readonly heads = new Map<string, ChainHead>();

  /** `pin`: whether the hash of leaf 0 is the one that was given, when one was. */
  constructor(
    private readonly book: CheckBook,
    private readonly pin: ((network: string) => boolean) | undefined,
  ) {}

  /** Takes in the next leaf; returns what its author says to have seen. @throws Broken where nothing behind it can be judged */
  take(entry: FeedEntry): Claim | undefined {
    const position = this.history.size;
    const leaf = readLeaf(entry, position);
    this.book.holds('leaves');
    this.checkTime(leaf, position);
    const message = position === 0 ? this.found(entry, leaf) : this.open(entry, leaf, position);
    this.checkChain(leaf, message, position);
    this.checkRights(leaf, message, position);
    const claim = message && this.readMessage(message, leaf, position);
    this.heads.set(leaf.source, { epoch: leaf.epoch, seq: leaf.seq, hash: toBase64url(leaf.hash) });
    this.tallies.add(leaf, position, message !== undefined);
    this.history.append(leafHash(entry.leaf));
    return claim;
  }

  /** After the last leaf: every hole that is no secret must be accounted for by a message of the log. */
  finish(): void {
    for (const position of this.erasures.unexplained(this.trust!))
      this.book.fails({ check: 'messages', reason: 'erased-unsaid', position });
  }

  private checkTime({ receivedMs }: Leaf, position: number): void {
    this.book.judge(receivedMs >= this.receivedMs, { check: 'times', reason: 'time-falls', position });
    if (position === 0) this.firstReceivedMs = receivedMs;
    this.receivedMs = Math.max(this.receivedMs, receivedMs);
  }

  private found(entry: FeedEntry, leaf: Leaf): Verified<Message> {
    const message = openFirst(entry, leaf);
    const network = toBase64url(message.hash);
    if (this.pin && !this.pin(network)) throw new Broken({ check: 'pin', reason: 'pin-differs', position: 0, detail: network });
    if (this.pin) this.book.holds('pin');
    try {
      this.trust = foundTrust(message.jws);
    } catch (error) {
      throw broken(error, { check: 'genesis', reason: 'genesis-unsound', position: 0 });
    }
    for (const check of ['genesis', 'messages', 'signatures'] as const) this.book.holds(check);
    this.book.finish('pin', 'genesis');
    return message;
  }

  private open(entry: FeedEntry, leaf: Leaf, position: number): Verified<Message> | undefined {
    if (entry.jws === null) {
      if (leaf.kind === 'governance') throw new Broken({ check: 'governance', reason: 'governance-withheld', position });
      if (entry.why) this.tallies.withheld[entry.why] += 1;
      else this.book.fails({ check: 'messages', reason: 'withheld-unsaid', position });
      if (entry.why === 'withdrawn' || entry.why === 'erased') this.erasures.found(leaf, position);
      return undefined;
    }
    const message = openEntry(entry.jws, leaf, this.trust!, position);
    for (const check of ['messages', 'signatures'] as const) this.book.holds(check);
    return message;
  }

  /** A message that is not shown still has its place in its sender's chain, which its leaf names. */
  private checkChain(leaf: Leaf, message: Verified<Message> | undefined, position: number): void {
    const [head, epoch] = [this.heads.get(leaf.source), epochOf(this.trust!, leaf.source)];
    const expected = expectedPlace(head, epoch);
    const place = message?.envelope ?? { epoch: leaf.epoch, seq: leaf.seq, prev: expected.prev };
    const { outcome } = follow(head, place, leaf.hash, epoch);
    const reason = outcome === 'gap' ? 'sequence-gap' : 'chain-fork';
    const detail = `${leaf.source} ${leaf.epoch}/${leaf.seq}, ${expected.epoch}/${expected.seq}`;
    if (outcome !== 'next') throw new Broken({ check: 'chains', reason, position, detail });
    this.book.holds('chains');
  }

  /** A sender that never was a member ends the audit: a hub could invent more of them than memory holds. */
  private checkRights({ source }: Leaf, message: Verified<Message> | undefined, position: number): void {
    const use = message && keyAt(this.trust!, message.kid, position)?.use;
    const isAllowed = mayPublish(this.trust!, source, position, use);
    const finding: Finding = { check: 'rights', reason: 'may-not-publish', position, detail: source };
    if (!isAllowed && statusAt(this.trust!, source, position) === undefined) throw new Broken(finding);
    this.book.judge(isAllowed, finding);
  }

  private readMessage(message: Verified<Message>, { receivedMs }: Leaf, position: number): Claim | undefined {
    const { type, time, seen } = message.envelope;
    const isTimely = Date.parse(time) <= receivedMs + MAX_AHEAD_MS;
    if (!isTimely) this.book.fails({ check: 'times', reason: 'written-ahead', position });
    this.tallies.addType(type);
    this.erasures.hear(message.envelope);
    const fault = schemaFault(message.envelope);
    if (fault) this.book.fails({ check: 'schemas', reason: fault, position, detail: type });
    else if (isMessageType(type)) this.book.holds('schemas');
    if (position > 0 && isGovernance(type)) this.govern(message, position);
    return readClaim(seen, position, this.book);
  }

  private govern(message: Verified<Message>, position: number): void {
    const { type } = message.envelope;
    this.trust = applyGovernance(this.trust!, message, position);
    if (!isMessageType(type)) {
      this.tallies.unknownGovernance += 1;
      return;
    }
    const ignored = this.trust.ignored.at(-1);
    if (ignored?.position !== position) this.book.holds('governance');
    else this.book.fails({ check: 'governance', reason: 'changes-nothing', position, detail: ignored.why });
  }
}

function readLeaf(entry: FeedEntry, position: number): Leaf {
  if (entry.pos !== position) throw new Broken({ check: 'leaves', reason: 'other-position', position, detail: String(entry.pos) });
  try {
    return decodeLeaf(entry.leaf);
  } catch (error) {
    throw broken(error, { check: 'leaves', reason: 'leaf-malformed', position });
  }
}

const broken = (error: unknown, finding: Broken['finding']): unknown => (error instanceof ProtocolProblem ? new Broken(finding) : error);
