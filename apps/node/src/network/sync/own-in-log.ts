import type { EntityManager } from 'typeorm';
import { isGovernance } from '@nmirf/contracts/network/message-types';
import { recordset } from '@nmirf/platform/database/recordset';
import type { VerifiedPage } from '@nmirf/replica/log/page.rules';

/** "Not refused" as the index of the chain has it: without these words every message that ever left would be looked at for each page. */
const provingOf = (count: number): string => `
  update outgoing_message message set state = 'proven', position = pos, proven_at = now(), accepted_at = coalesce(accepted_at, now())
    from ${recordset('epoch int, seq int, hash text, pos bigint', count)} own
   where message.epoch = own.epoch and message.seq = own.seq and message.hash = decode(own.hash, 'hex') and message.state <> 'refused'
  returning message.position`;

/**
 * A message that waits here under the same id was sent before a backup was put back: it is not sent a second time. One that the hub has
 * refused and put into its log all the same stands there.
 */
const FOUND = `
  insert into outgoing_message as message (id, state, type, subject, audience, data, epoch, seq, hash, jws, position, created_at,
                                           sealed_at, accepted_at, proven_at, found)
  select id, 'proven', type, subject, audience, data, epoch, seq, decode(hash, 'hex'), jws, pos, at, at, at, now(), true
    from json_to_recordset($1) as own(id uuid, type text, subject text, audience text, data text, epoch int, seq int, hash text, jws text,
                                      pos bigint, at timestamptz)
  on conflict (id) do update set state = 'proven', epoch = excluded.epoch, seq = excluded.seq, hash = excluded.hash, jws = excluded.jws,
         position = excluded.position, sealed_at = excluded.sealed_at, accepted_at = excluded.accepted_at, proven_at = excluded.proven_at
   where message.state in ('draft', 'sealed') or (message.state = 'refused' and message.hash = excluded.hash)`;

/**
 * What this node sees of its own in a verified log is proven. What it does not know to have sent is written down as found: after a backup
 * was put back that is its own past, and else somebody signs with its key. Answers whether the queue should look again: messages were
 * found, or one of them changes who may sign.
 */
export async function recordOwn(tx: EntityManager, node: string, { entries, messages }: VerifiedPage, from: number): Promise<boolean> {
  const own = entries.flatMap(({ source, epoch, seq, hash, type }, i) =>
    source === node ? [{ epoch, seq, hash: Buffer.from(hash).toString('hex'), pos: from + i, type }] : [],
  );
  if (own.length === 0) return false;
  const [known]: [{ position: string }[], number] = await tx.query(provingOf(own.length), [JSON.stringify(own)]);
  const strange = new Set(own.map(({ pos }) => pos));
  for (const { position } of known) strange.delete(Number(position));
  if (strange.size > 0) await tx.query(FOUND, [JSON.stringify(rowsOf(messages, strange))]);
  return strange.size > 0 || own.some(({ type }) => type !== undefined && isGovernance(type));
}

/** One row an id: whoever has stolen a key may sign two messages under one, and a statement cannot touch a row twice. */
function rowsOf(messages: VerifiedPage['messages'], positions: ReadonlySet<number>): unknown[] {
  const rows = messages
    .filter(({ pos }) => positions.has(pos))
    .map(({ pos, receivedMs, message: { jws, hash, envelope } }) => {
      const { id, type, subject, epoch, seq, aud, data } = envelope;
      const texts = { audience: JSON.stringify(aud), data: JSON.stringify(data), hash: Buffer.from(hash).toString('hex') };
      return [id.toLowerCase(), { id, type, subject, epoch, seq, jws, pos, ...texts, at: new Date(receivedMs).toISOString() }] as const;
    });
  return [...new Map(rows.toReversed()).values()];
}
