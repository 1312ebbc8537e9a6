import { isGovernance } from '@nmirf/contracts/network/message-types';
import { type SourceId, sourceId } from '@nmirf/contracts/network/names';
import { fromBase64, toBase64 } from './base64url.js';
import { ProtocolProblem } from './problems.js';

/**
 * `governance`: the message may change who is a member. Everybody must read it, so it can never be withheld, and the leaf says so: a hub
 * that hides a revocation from one reader would otherwise show the same tree to all.
 */
export type LeafKind = 'message' | 'governance';

/** One leaf of the log: it holds a message's hash, never its content (docs/protocol.md §3). */
export interface Leaf {
  readonly kind: LeafKind;
  readonly source: SourceId;
  readonly epoch: number;
  readonly seq: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
  /** When the hub took the message, Unix milliseconds; never falls from one leaf to the next. */
  readonly receivedMs: number;
}

/** What the leaf of a message of this type must say. */
export const leafKindOf = (type: string): LeafKind => (isGovernance(type) ? 'governance' : 'message');

const MAX_LEAF = 512;
/** The last millisecond that a calendar can show (ECMA-262 §21.4.1.1). */
const LATEST_MS = 8.64e15;
const NUMBER = '(0|[1-9][0-9]{0,15})';
const LEAF = new RegExp(
  `^nmirf-leaf/v1\\n(message|governance)\\n([a-z0-9:-]{3,40}) ${NUMBER} ${NUMBER}\\n([A-Za-z0-9+/]{43}=)\\n${NUMBER}\\n$`,
);

/** The leaf's text, ASCII and at most 512 bytes. */
export function encodeLeaf({ kind, source, epoch, seq, hash, receivedMs }: Leaf): string {
  return `nmirf-leaf/v1\n${kind}\n${source} ${epoch} ${seq}\n${toBase64(hash)}\n${receivedMs}\n`;
}

/** The leaf in a text. @throws ProtocolProblem `malformed` for every text but the one `encodeLeaf` gives */
export function decodeLeaf(text: string): Leaf {
  const match = text.length <= MAX_LEAF ? LEAF.exec(text) : null;
  const leaf = match && leafOf(match);
  if (!leaf) throw new ProtocolProblem('malformed');
  return leaf;
}

function leafOf([, kind, source, epochText, seqText, base64, msText]: RegExpExecArray): Leaf | undefined {
  const hash = fromBase64(base64!);
  const [epoch, seq, receivedMs] = [Number(epochText), Number(seqText), Number(msText)];
  const isCounted = [epoch, seq].every((number) => Number.isSafeInteger(number) && number >= 1) && receivedMs <= LATEST_MS;
  if (!hash || !isCounted || !sourceId.safeParse(source).success) return undefined;
  return { kind: kind as LeafKind, source: source as SourceId, epoch, seq, hash, receivedMs };
}
