import { randomUUID } from 'node:crypto';
import type { Receipt, ReceiptEntry } from '@nmirf/contracts/network/receipt';
import { toBase64url } from '@nmirf/federation/base64url';
import { CLOCK_WINDOW_S } from '@nmirf/federation/http-signature';
import { reopenMessage } from '@nmirf/federation/message';
import { recordset } from '@nmirf/platform/database/recordset';
import { WITHOUT_WAITING } from '@nmirf/platform/database/without-waiting';
import type { EntityManager } from 'typeorm';
import { type Sealed, unseal } from './sealing.js';

/**
 * The puller may have seen a message in the log, proven, before the answer came: then only the receipt is still of use. An answer that a
 * crash forgets is given again: the message is sent once more and is a duplicate.
 */
const settlingOf = (count: number): string => `
  with kept as (insert into hub_receipt (id, jws, received_at) values ($2::uuid, $3, now()))
  update outgoing_message message set receipt = $2::uuid, accepted_at = coalesce(accepted_at, now()), problem = answer.problem,
         state = case message.state when 'proven' then 'proven' else answer.state end, position = coalesce(message.position, answer.position)
    from ${recordset('id uuid, state text, position bigint, problem jsonb', count)} answer, ${WITHOUT_WAITING}
   where message.id = answer.id and message.state in ('sealed', 'proven')`;

/**
 * Refusals that say nothing of the message: the key has been replaced, the node is suspended, the hub has less than the node has seen, a
 * decision is for another server to take, which becomes the hub by it.
 */
const CIRCUMSTANCES = new Set(['key-unknown', 'node-suspended', 'stale-size', 'blob-missing', 'recovery']);

/** The hub does not hold, or no longer, what it was brought: the files go first again. */
const BRING_AGAIN = 'update outgoing_file set at_hub = false, held = 0 where message = any($1)';

/**
 * Writes down what the hub answered. Behind a refusal everything becomes a draft again: its places in the chain are free. So does a
 * message that was refused for its circumstances, or sealed by a clock that ran ahead: it is sealed again when they are others.
 */
export async function settle(
  tx: EntityManager,
  messages: readonly Sealed[],
  { entries }: Receipt,
  receipt: string,
  now: number,
): Promise<void> {
  const sent = new Map(messages.map((message) => [toBase64url(message.hash), message]));
  const answers = entries.flatMap((entry) => {
    const message = sent.get(entry.hash);
    const isTooEarly = entry.problem?.code === 'clock-skew' && message !== undefined && isAhead(message, now);
    return isTooEarly || isForCircumstances(entry) || isOtherHistory(entry) ? [] : (settled(entry, message?.id) ?? []);
  });
  await tx.query(settlingOf(answers.length), [JSON.stringify(answers), randomUUID(), receipt]);
  const lacking = entries.filter(lacksFiles).flatMap(({ hash }) => sent.get(hash)?.id ?? []);
  if (lacking.length > 0) await tx.query(BRING_AGAIN, [lacking]);
  if (entries.some(({ status }) => status === 'rejected')) await unseal(tx);
}

export const isTaken = ({ status }: ReceiptEntry): boolean => status === 'accepted' || status === 'duplicate';

/** Refused for what may be otherwise in a while, not for what the message is. */
export const isForCircumstances = ({ status, problem }: ReceiptEntry): boolean =>
  status === 'rejected' && CIRCUMSTANCES.has(problem?.code ?? '');

/** Refused because a file it refers to is not at the hub. */
export const lacksFiles = ({ status, problem }: ReceiptEntry): boolean => status === 'rejected' && problem?.code === 'blob-missing';

/** The hub says, and signs, that the log this node has verified is not its log. */
export const isOtherHistory = ({ status, problem }: ReceiptEntry): boolean =>
  status === 'rejected' && problem?.code === 'proof-invalid' && problem.errors?.[0]?.path === 'seen';

interface Settled {
  readonly id: string;
  readonly state: 'accepted' | 'refused';
  readonly position: number | null;
  readonly problem: ReceiptEntry['problem'] | null;
}

/** What becomes of a message; undefined while it is still to be sent, or is none of these. */
function settled(entry: ReceiptEntry, id: string | undefined): Settled | undefined {
  if (id === undefined) return undefined;
  if (isTaken(entry)) return { id, state: 'accepted', position: entry.pos ?? null, problem: null };
  return entry.status === 'rejected' ? { id, state: 'refused', position: null, problem: entry.problem ?? null } : undefined;
}

const isAhead = ({ jws, hash }: Sealed, now: number): boolean =>
  Date.parse(reopenMessage(jws, hash).envelope.time) > now + CLOCK_WINDOW_S * 1_000;
