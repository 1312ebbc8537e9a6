import type { ChainHead, Envelope } from '@nmirf/contracts/network/envelope';
import { zeroHash } from '@nmirf/contracts/network/names';
import { toBase64url } from './base64url.js';

/** What a sender's next message must carry. */
export interface ChainPlace {
  readonly epoch: number;
  readonly seq: number;
  readonly prev: string;
}

/**
 * How a message stands to its sender's chain. `past`: its place was taken long ago, so look up which message has it: the same hash
 * is a duplicate, another one a fork. `gap`: it follows nothing that was accepted.
 */
export type Following =
  | { readonly outcome: 'next'; readonly head: ChainHead }
  | { readonly outcome: 'duplicate' | 'fork' | 'past' }
  | { readonly outcome: 'gap'; readonly expected: ChainPlace };

/**
 * Compares a message with the last accepted one of its sender. A new epoch begins with seq 1 on the last accepted head, and only
 * when the membership (`epoch`, from `epochOf`) has granted it to the sender (docs/protocol.md §8).
 */
export function follow(
  head: ChainHead | undefined,
  envelope: Pick<Envelope, 'epoch' | 'seq' | 'prev'>,
  hash: Uint8Array,
  epoch: number = head?.epoch ?? 1,
): Following {
  const expected = expectedPlace(head, epoch);
  if (isAt(envelope, expected) && envelope.prev === expected.prev) {
    return { outcome: 'next', head: { epoch: envelope.epoch, seq: envelope.seq, hash: toBase64url(hash) } };
  }
  if (head && isAt(envelope, head)) return { outcome: toBase64url(hash) === head.hash ? 'duplicate' : 'fork' };
  return head && isBefore(envelope, head) ? { outcome: 'past' } : { outcome: 'gap', expected };
}

/** What the next message of a sender must carry, given its last accepted one and the epoch that the membership grants it. */
export function expectedPlace(head: ChainHead | undefined, epoch: number = head?.epoch ?? 1): ChainPlace {
  const isNewEpoch = !head || epoch > head.epoch;
  return isNewEpoch ? { epoch, seq: 1, prev: head?.hash ?? zeroHash } : { epoch: head.epoch, seq: head.seq + 1, prev: head.hash };
}

type Place = Pick<Envelope, 'epoch' | 'seq'>;
const isAt = (one: Place, other: Place): boolean => one.epoch === other.epoch && one.seq === other.seq;
const isBefore = (one: Place, other: Place): boolean => one.epoch < other.epoch || (one.epoch === other.epoch && one.seq < other.seq);
