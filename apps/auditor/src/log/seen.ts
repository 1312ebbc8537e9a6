import type { CheckBook } from '../checks.js';

/** What somebody says to have verified: the tree of `size` leaves had this root. */
export interface Claim {
  /** The position of the message that says so; undefined for the reader of the report. */
  readonly position?: number;
  readonly size: number;
  /** Base64url. */
  readonly root: string;
}

/** The claim in a message's `seen`; undefined where its author had seen nothing yet, or more than there was. */
export function readClaim(seen: string, position: number, book: CheckBook): Claim | undefined {
  const colon = seen.indexOf(':');
  const size = Number(seen.slice(0, colon));
  if (size > position) book.fails({ check: 'seen', reason: 'seen-ahead', position, detail: String(size) });
  return size > 0 && size <= position ? { position, size, root: seen.slice(colon + 1) } : undefined;
}
