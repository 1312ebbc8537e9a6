import type { ChainHead } from '@nmirf/contracts/network/envelope';
import type { FeedEntry } from '@nmirf/contracts/network/log';
import { fromBase64, toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace, follow } from '@nmirf/federation/chain';
import { dateOfCheckpoint, openCheckpoint, type SignedCheckpoint } from '@nmirf/federation/checkpoint';
import { decodeLeaf, type Leaf, leafKindOf } from '@nmirf/federation/leaf';
import { rawKey } from '@nmirf/federation/keys';
import { type Message, openMessage, type Verified } from '@nmirf/federation/message';
import { noteKey } from '@nmirf/federation/note';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { verifyConsistency } from '@nmirf/federation/proof';
import type { Frontier } from '@nmirf/federation/tree';
import { applyGovernance, epochOf, foundTrust, goodKeys, keyAt, mayPublish, openGenesis, type Trust } from '@nmirf/federation/trust';
import type { PlacedMessage } from '../projector/applies.decorator.js';
import type { FeedPage } from './feed-page.js';
import type { NewEntry } from './log-store.js';
import { PageTree } from './page-tree.js';

/** What the node holds before a page. */
export interface Known {
  readonly network: string;
  readonly frontier: Frontier;
  readonly trust: Trust | undefined;
  readonly heads: ReadonlyMap<string, ChainHead>;
  /** When the last leaf was received, Unix milliseconds. */
  readonly receivedMs: number;
}

/** A page whose every leaf, signature, chain and root has been checked. */
export interface VerifiedPage {
  readonly entries: readonly NewEntry[];
  readonly messages: readonly PlacedMessage[];
  readonly frontier: Frontier;
  readonly checkpoint: SignedCheckpoint;
  readonly note: string;
  /** From the page's end to the checkpoint's, base64. */
  readonly proof: readonly string[];
  /** When the hub last stood by the checkpoint, as it says itself; now, when it does not say. */
  readonly signedAt: Date;
  /** What the node holds once the page is stored. */
  readonly after: Known;
}

/** A proof that does not hold, and the first position where it does not. */
export class BrokenPage extends Error {
  override readonly name = 'BrokenPage';

  constructor(
    readonly code: string,
    readonly position: number,
  ) {
    super(`${code} at position ${position}`);
  }
}

/**
 * Checks a page of the feed (docs/protocol.md §5): the chain of leaves, each message against its leaf, its key at that position, its
 * sender's chain, what its author had seen, and the tree's root against the signed checkpoint. @throws BrokenPage
 */
export function verifyPage(page: FeedPage, known: Known): VerifiedPage {
  const steps = verifySteps(page, known);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same with a stop behind every entry, so that a server can do other things meanwhile. @throws BrokenPage */
export function* verifySteps(page: FeedPage, known: Known): Generator<void, VerifiedPage> {
  if (page.from !== known.frontier.size) throw new BrokenPage('cursor-ahead', known.frontier.size);
  const [heads, tree] = [new Map(known.heads), new PageTree(known.frontier)];
  let { trust, receivedMs } = known;
  const entries: NewEntry[] = [];
  const messages: PlacedMessage[] = [];
  for (const [i, entry] of page.entries.entries()) {
    const pos = page.from + i;
    const leaf = at(pos, () => decodeLeaf(entry.leaf));
    if (entry.pos !== pos || leaf.receivedMs < receivedMs) throw new BrokenPage('proof-invalid', pos);
    receivedMs = leaf.receivedMs;
    const message = at(pos, () => opened(entry, leaf, pos, trust, known.network));
    followed(leaf, message, heads, trust, pos);
    if (trust && !mayPublish(trust, leaf.source, pos, message && keyAt(trust, message.kid, pos)?.use))
      throw new BrokenPage('node-suspended', pos);
    if (message) {
      if (!tree.agrees(message.envelope.seen)) throw new BrokenPage('proof-invalid', pos);
      trust = pos === 0 ? at(pos, () => foundTrust(message.jws)) : applyGovernance(trust!, message, pos);
      messages.push({ pos, receivedMs: leaf.receivedMs, message });
    }
    heads.set(leaf.source, { epoch: leaf.epoch, seq: leaf.seq, hash: toBase64url(leaf.hash) });
    entries.push({ ...leaf, leaf: entry.leaf, ...stored(entry, message) });
    tree.append(entry.leaf);
    yield;
  }
  const { frontier } = tree;
  const after = { network: known.network, frontier, trust, heads, receivedMs };
  const { checkpoint, date } = at(frontier.size, () => tied(page, frontier, trust));
  const signedAt = date === undefined ? new Date() : new Date(date * 1_000);
  return { entries, messages, frontier, checkpoint, signedAt, note: page.tail.checkpoint, proof: page.tail.proof, after };
}

function opened({ jws }: FeedEntry, leaf: Leaf, pos: number, trust: Trust | undefined, network: string): Verified<Message> | undefined {
  if (jws === null) return withheld(leaf, pos);
  const message = pos === 0 ? openGenesis(jws) : openMessage(jws, (kid) => trust && keyAt(trust, kid, pos));
  const { source, epoch, seq, type } = message.envelope;
  const isItsPlace = source === leaf.source && epoch === leaf.epoch && seq === leaf.seq && leaf.kind === leafKindOf(type);
  if (!isItsPlace || Buffer.compare(message.hash, leaf.hash) !== 0 || (pos === 0 && toBase64url(message.hash) !== network))
    throw new ProtocolProblem('proof-invalid');
  return message;
}

/** Who is a member is for everybody to know: a hub that hides such a message from one reader makes it trust others than the rest do. */
function withheld({ kind }: Leaf, pos: number): undefined {
  if (kind === 'governance' || pos === 0) throw new ProtocolProblem('proof-invalid');
}

/** A message that is not for this node still has its place in its sender's chain, which its leaf names. */
function followed(
  leaf: Leaf,
  message: Verified<Message> | undefined,
  heads: ReadonlyMap<string, ChainHead>,
  trust: Trust | undefined,
  pos: number,
): void {
  const [head, epoch] = [heads.get(leaf.source), trust ? epochOf(trust, leaf.source) : 1];
  const place = message?.envelope ?? { epoch: leaf.epoch, seq: leaf.seq, prev: expectedPlace(head, epoch).prev };
  const { outcome } = follow(head, place, leaf.hash, epoch);
  if (outcome !== 'next') throw new BrokenPage(outcome === 'gap' ? 'sequence-gap' : 'chain-fork', pos);
}

const stored = ({ jws, why }: FeedEntry, message: Verified<Message> | undefined): Partial<NewEntry> => ({
  ...(jws !== null && { jws }),
  ...(why && { why }),
  ...(message && { type: message.envelope.type, audience: message.envelope.aud }),
});

interface Tied {
  readonly checkpoint: SignedCheckpoint;
  /** Unix seconds. */
  readonly date: number | undefined;
}

/** The checkpoint, when the tree that the page makes is the one it signs, or stands inside it. */
function tied({ tail }: FeedPage, frontier: Frontier, trust: Trust | undefined): Tied {
  const [key] = trust ? goodKeys(trust, 'hub', 'log', frontier.size) : [];
  if (!key) throw new ProtocolProblem('key-unknown');
  const logKey = noteKey(trust!.origin, rawKey(key.x)!);
  const checkpoint = openCheckpoint(tail.checkpoint, logKey);
  const proof = tail.proof.map((hash) => fromBase64(hash));
  const isWhole = proof.every((hash) => hash?.length === 32);
  const sizes = { older: frontier.size, newer: checkpoint.size, olderRoot: frontier.root(), newerRoot: checkpoint.root };
  const holds =
    checkpoint.size === frontier.size
      ? Buffer.compare(checkpoint.root, frontier.root()) === 0
      : isWhole && verifyConsistency({ ...sizes, proof: proof as Uint8Array[] });
  if (!holds) throw new ProtocolProblem('proof-invalid');
  return { checkpoint, date: dateOfCheckpoint(checkpoint.note, logKey) };
}

function at<Result>(position: number, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    throw error instanceof ProtocolProblem ? new BrokenPage(error.code, position) : error;
  }
}
