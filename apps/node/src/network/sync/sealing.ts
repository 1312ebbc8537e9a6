import { randomBytes } from 'node:crypto';
import type { Audience, ChainHead } from '@nmirf/contracts/network/envelope';
import { messageTypes, type MessageType } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace } from '@nmirf/federation/chain';
import type { Signer } from '@nmirf/federation/keys';
import { seal } from '@nmirf/federation/message';
import { inOneTurn } from '@nmirf/platform/database/one-turn';
import { recordset } from '@nmirf/platform/database/recordset';
import type { EntityManager } from 'typeorm';
import { KEY_CHANGES } from './outgoing.facade.js';
import type { OutgoingMessage } from './outgoing-message.entity.js';

/** Messages read from the table, and written to it, at once. */
export const WINDOW = 1_000;
const ROWS = 100;

const WAITING = `
  select id, epoch, seq, hash, jws from outgoing_message
   where state = 'sealed' and (epoch, seq) > ($1, $2) order by epoch, seq limit ${WINDOW}`;

/**
 * Answers a row when something is sealed. In the order of an index: behind a large batch PostgreSQL believes for a minute that everything
 * is sealed, and would look for the first of it through all that ever left.
 */
export const FIRST_SEALED = `select 1 from outgoing_message where state = 'sealed' order by epoch, seq limit 1`;

/** A message leaves when the hub has the files it refers to. */
export const HAS_ITS_FILES = 'not exists (select from outgoing_file f where f.message = outgoing_message.id and not f.at_hub)';

const firstThatChanges = (signedBy: SignedBy, state: 'sealed' | 'accepted'): string =>
  `select 1 from outgoing_message where state = '${state}' and ${CHANGES[signedBy]} order by id limit 1`;

const drafts = (signedBy: SignedBy, behind: Behind): string => `
  select id, type, subject, audience, data, ${CHANGES[signedBy]} as "changesKeys" from outgoing_message
   where state = 'draft' and signed_by = $1 and ${HAS_ITS_FILES}
     and (${behind === 'answered' ? FIRST_SEALED : firstThatChanges(signedBy, 'sealed')}) is null
     and (${firstThatChanges(signedBy, 'accepted')}) is null
   order by id limit ${WINDOW} for update`;

const sealingOf = (count: number): string => `
  update outgoing_message message set state = 'sealed', epoch = made.epoch, seq = made.seq, hash = decode(made.hash, 'hex'), jws = made.jws,
         sealed_at = now()
    from ${recordset('id uuid, epoch int, seq int, hash text, jws text', count)} made where message.id = made.id`;

const UNSEAL = `
  update outgoing_message set state = 'draft', epoch = null, seq = null, hash = null, jws = null, sealed_at = null
   where state = 'sealed'`;

/** What has been taken back meanwhile does not leave any more. */
const DROP_WITHDRAWN = `
  delete from outgoing_message draft using outgoing_message taken
   where draft.state = 'draft' and draft.type like '%.published.v1' and taken.state = 'draft' and taken.type like '%.withdrawn.v1'
     and taken.subject = draft.subject and taken.id > draft.id`;

/** Messages behind which another key may sign, or none. The recovery key stays what it is until it is renewed itself. */
const CHANGES = {
  msg: `type in (${KEY_CHANGES.map((type) => `'${type}'`).join(', ')})`,
  rec: `(type = 'network.member.left.v1' or (type = 'node.key.rotated.v1' and data::json ->> 'use' = 'rec'))`,
} as const;

/** Which key a message waits for. */
export type SignedBy = OutgoingMessage['signedBy'];
/** Behind what more is sealed: what has been answered, or on the way of a bundle, whose answer takes days, also what has not. */
type Behind = 'answered' | 'sealed';
type Draft = Pick<OutgoingMessage, 'id' | 'type' | 'subject' | 'audience' | 'data'>;

/** A message with its place in the chain. */
export interface Sealed {
  readonly id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Buffer;
  readonly jws: string;
}

/** What every message of a window is sealed with. */
export interface Sealing {
  readonly signer: Signer;
  readonly node: NodeId;
  readonly head: ChainHead | undefined;
  readonly seen: string;
  readonly epoch: number;
  readonly time: string;
}

/** What is sealed and has no answer, in order, behind a place in the chain. */
export const waiting = (tx: EntityManager, { epoch, seq }: Pick<Sealed, 'epoch' | 'seq'> = { epoch: 0, seq: 0 }): Promise<Sealed[]> =>
  tx.query(WAITING, [epoch, seq]);

/**
 * The next drafts for this key, in order; none while something sealed has no answer. Nothing is sealed behind a message that changes
 * which keys are in force until the log has it: what follows is signed with the next key.
 */
export async function nextDrafts(tx: EntityManager, signedBy: SignedBy, behind: Behind = 'answered'): Promise<Draft[]> {
  const next: (Draft & { readonly changesKeys: boolean })[] = await tx.query(drafts(signedBy, behind), [signedBy]);
  const last = next.findIndex(({ changesKeys }) => changesKeys);
  return next.slice(0, last === -1 ? next.length : last + 1);
}

/**
 * Gives drafts their places and signatures, and keeps them: these bytes do not change while their fate is unknown. `ends`: the transaction
 * has nothing else to do and ends with that.
 */
export async function sealDrafts(tx: EntityManager, drafts: readonly Draft[], sealing: Sealing, ends = false): Promise<Sealed[]> {
  let { head } = sealing;
  const sealed: Sealed[] = [];
  for (const draft of drafts) {
    const made = sealDraft(draft, { ...sealing, head });
    head = { epoch: made.epoch, seq: made.seq, hash: toBase64url(made.hash) };
    sealed.push(made);
  }
  for (let from = 0; from < sealed.length; from += ROWS) {
    const rows = sealed.slice(from, from + ROWS).map((message) => ({ ...message, hash: message.hash.toString('hex') }));
    await inOneTurn(tx, { text: sealingOf(rows.length), values: [JSON.stringify(rows)], ends: ends && from + ROWS >= sealed.length });
  }
  return sealed;
}

/** Makes drafts again of everything that is sealed: its places in the chain are free, or taken by others. */
export async function unseal(tx: EntityManager): Promise<void> {
  await tx.query(UNSEAL);
  await tx.query(DROP_WITHDRAWN);
}

/** The node's last message that the hub holds: from its own log, or from the receipts that are ahead of it. */
export async function chainHead(tx: EntityManager, node: NodeId): Promise<ChainHead | undefined> {
  const rows: { epoch: number; seq: number; hash: Buffer }[] = await tx.query(
    `select epoch, seq, hash from (
       select epoch, seq, hash from source_head where source = $1
       union all (select epoch, seq, hash from outgoing_message where state in ('accepted', 'proven') and epoch is not null
                   order by epoch desc, seq desc limit 1)) heads
     order by epoch desc, seq desc limit 1`,
    [node],
  );
  return rows[0] && { epoch: rows[0].epoch, seq: rows[0].seq, hash: toBase64url(rows[0].hash) };
}

/** Where a chain ends with this message. */
export const headOf = (message: Sealed | undefined): ChainHead | undefined =>
  message && { epoch: message.epoch, seq: message.seq, hash: toBase64url(message.hash) };

function sealDraft(draft: Draft, { signer, node, head, seen, epoch, time }: Sealing): Sealed {
  const type = draft.type as MessageType;
  const place = expectedPlace(head, epoch);
  const message = seal(
    {
      ...{ specversion: '1.0', id: draft.id, source: node, type, subject: draft.subject, time },
      ...{ datacontenttype: 'application/json', dataschema: messageTypes[type].dataschema },
      ...place,
      ...{ aud: JSON.parse(draft.audience) as Audience, seen, salt: toBase64url(randomBytes(16)) },
      data: JSON.parse(draft.data) as Record<string, unknown>,
    },
    signer,
  );
  return { id: draft.id, epoch: place.epoch, seq: place.seq, hash: Buffer.from(message.hash), jws: message.jws };
}
