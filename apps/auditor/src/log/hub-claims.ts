import type { WellKnown } from '@nmirf/contracts/network/log';
import { dateOfCheckpoint } from '@nmirf/federation/checkpoint';
import { encodeVerifierKey, isSignedBy, type Note, type NoteKey } from '@nmirf/federation/note';
import { ProtocolProblem } from '@nmirf/federation/problems';
import type { Trust } from '@nmirf/federation/trust';
import type { CheckBook } from '../checks.js';
import { logKeyAt } from './log-key.js';

interface Claimed {
  readonly origin: string;
  readonly size: number;
  readonly note: Note;
}

/** Whether the checkpoint is this log's, and signed by the key that the log itself names. */
export function checkCheckpoint({ origin, size, note }: Claimed, trust: Trust, book: CheckBook): void {
  const key = logKeyAt(trust, size);
  const at = { check: 'checkpoint', position: size } as const;
  if (origin !== trust.origin) book.fails({ ...at, reason: 'other-origin' });
  else if (!key) book.fails({ ...at, reason: 'no-log-key' });
  else book.judge(isSignedBy(note, key) && isDated(note, key), { ...at, reason: 'signature-invalid' });
}

/** Whether what the hub says about itself is what its log says. */
export function checkDescription(said: WellKnown | undefined, trust: Trust, size: number, book: CheckBook): void {
  if (!said) return book.fails({ check: 'description', reason: 'not-described' });
  const key = logKeyAt(trust, size);
  const actual = { origin: trust.origin, networkId: trust.networkId, name: trust.name, logKey: key ? encodeVerifierKey(key) : '' };
  for (const field of ['origin', 'networkId', 'name', 'logKey'] as const)
    book.judge(said[field] === actual[field], { check: 'description', reason: 'says-another', detail: field });
}

/** A date under the checkpoint is the log's, or there is none. */
function isDated(note: Note, key: NoteKey): boolean {
  try {
    dateOfCheckpoint(note, key);
    return true;
  } catch (error) {
    if (error instanceof ProtocolProblem) return false;
    throw error;
  }
}
