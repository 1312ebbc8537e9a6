import type { FeedTail } from '@nmirf/contracts/network/log';
import { fromBase64 } from '@nmirf/federation/base64url';
import { openCheckpoint, type SignedCheckpoint } from '@nmirf/federation/checkpoint';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { verifyConsistency } from '@nmirf/federation/proof';
import type { Trust } from '@nmirf/federation/trust';
import type { CheckBook } from '../checks.js';
import type { History } from './history.js';
import { logKeyAt } from './log-key.js';

interface Tail {
  readonly tail: FeedTail;
  readonly size: number;
  readonly root: Uint8Array;
}

const MAX_WAITING = 1_000;

/** The checkpoint under every page of the feed, which nodes rely on: signed by the log, and the page lies inside its tree. */
export class FeedTails {
  /** Signed by no key that was known yet: the log may have changed its key further on. */
  private readonly waiting: Tail[] = [];

  constructor(private readonly book: CheckBook) {}

  check(tail: FeedTail, history: History, trust: Trust): void {
    const here = { tail, size: history.size, root: history.root };
    const signed = opened(here, trust);
    if (signed || this.waiting.length >= MAX_WAITING) this.judge(here, signed);
    else this.waiting.push(here);
  }

  finish(trust: Trust): void {
    for (const here of this.waiting.splice(0)) this.judge(here, opened(here, trust));
  }

  private judge(here: Tail, signed: SignedCheckpoint | undefined): void {
    const reason = signed ? 'not-in-this-log' : 'checkpoint-malformed';
    this.book.judge(signed !== undefined && isWithin(here, signed), { check: 'feed', reason, position: here.size });
  }
}

function opened({ tail, size }: Tail, trust: Trust): SignedCheckpoint | undefined {
  const key = logKeyAt(trust, Math.max(size, trust.position + 1));
  try {
    return key && openCheckpoint(tail.checkpoint, key);
  } catch (error) {
    if (error instanceof ProtocolProblem) return undefined;
    throw error;
  }
}

function isWithin({ tail, size, root }: Tail, signed: SignedCheckpoint): boolean {
  const proof = tail.proof.map((hash) => fromBase64(hash) ?? new Uint8Array());
  return verifyConsistency({ older: size, newer: signed.size, olderRoot: root, newerRoot: signed.root, proof });
}
