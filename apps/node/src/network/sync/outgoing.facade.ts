import { randomBytes } from 'node:crypto';
import type { Audience } from '@nmirf/contracts/network/envelope';
import type { ProblemDocument } from '@nmirf/contracts/http/problem';
import type { Language } from '@nmirf/contracts/languages/language';
import type { MessageType } from '@nmirf/contracts/network/message-types';
import { toBase64url } from '@nmirf/federation/base64url';
import { uuidv7 } from '@nmirf/federation/ids';
import { Bells } from '@nmirf/platform/queue/bell';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { OutgoingFile } from './outgoing-file.entity.js';
import { OutgoingMessage } from './outgoing-message.entity.js';
import { refusalIn, refusedStretches, type Stretch } from './refusal.rules.js';

export const DRAIN = 'drain';
/** Rung when the line is back. */
export const REALIGN = 'realign';
/** Rung when a message waits for its files to be brought to the hub. */
export const UPLOAD = 'upload';
/** Rung when the hub has refused a message for what it is. */
export const REFUSED = 'refused';

const FORGET = `
  update outgoing_message message set data = '{}', jws = null, title = null
    from replica_publication made join log_entry entry on entry.pos = made.position
   where made.erased and message.epoch = entry.epoch and message.seq = entry.seq and message.hash = made.message_hash and message.jws is not null`;

/** The version of a subject that the hub has taken last. */
const STANDING = `
  select (data::json ->> 'version')::int as version, accepted_at as at from outgoing_message
   where subject = $1 and state in ('accepted', 'proven') and type like '%.published.v1' order by id desc limit 1`;

const AUDIENCES = `
  select distinct audience from outgoing_message where subject = $1 and state <> 'refused' and type like '%.published.v1'`;

/** Why the hub refused a message, in the reader's language, and what stands at each place it names. */
export interface Refusal {
  readonly problem: ProblemDocument;
  readonly stretches: readonly (Stretch | undefined)[];
}

/** A message that is to leave. */
export interface OutgoingDraft {
  readonly type: MessageType;
  readonly subject: string;
  readonly data: unknown;
  readonly title?: string;
  /** The files it refers to, as the hub is to hold them: it leaves when the hub does. */
  readonly files?: readonly (Pick<OutgoingFile, 'sha256' | 'size' | 'mediaType'> & { readonly plain?: string })[];
  readonly audience?: Audience;
  /** The recovery key signs what must not be said by whoever has stolen the other. */
  readonly signedBy?: 'msg' | 'rec';
}

/** What a node says of its own keys: behind each another key may sign, or none. */
export const KEY_CHANGES = [
  'node.key.rotated.v1',
  'network.key.revoked.v1',
  'network.member.left.v1',
] as const satisfies readonly MessageType[];

/** The way out of a node; only the publication gate may take it. */
@Injectable()
export class OutgoingFacade {
  constructor(private readonly bells: Bells) {}

  /** Writes a draft beside the change it tells of; answers its id. */
  async submit(
    tx: EntityManager,
    { type, subject, data, title, files = [], audience = '*', signedBy = 'msg' }: OutgoingDraft,
  ): Promise<string> {
    const now = new Date();
    const id = uuidv7(now.getTime(), randomBytes(10));
    await tx.insert(OutgoingMessage, {
      ...{ id, type, subject, signedBy, state: 'draft', title: title ?? null, createdAt: now },
      ...{ data: JSON.stringify(data), audience: JSON.stringify(audience) },
    });
    for (const { sha256, size, mediaType, plain = null } of files)
      await tx.insert(OutgoingFile, { message: id, sha256, size, mediaType, plain });
    return id;
  }

  /**
   * Takes what is still a draft off the way, and answers the hashes of the other messages that bring `subject`: of the ones that the hub
   * has, or may have.
   */
  async recall(tx: EntityManager, subject: string): Promise<string[]> {
    await tx.query(`delete from outgoing_message where subject = $1 and state = 'draft'`, [subject]);
    const rows: { hash: Buffer }[] = await tx.query(
      `select hash from outgoing_message where subject = $1 and state in ('sealed', 'accepted', 'proven') and type like '%.published.v1' order by id`,
      [subject],
    );
    return rows.map(({ hash }) => toBase64url(hash));
  }

  /** Whether a message of one of these types waits here, or waits to be seen in the log. */
  isUnderWay(tx: EntityManager, types: readonly MessageType[], subject: string): Promise<boolean> {
    return tx.existsBy(OutgoingMessage, { type: In(types), subject, state: In(['draft', 'sealed', 'accepted']) });
  }

  /** Who may read what has left under a subject, or is to leave. */
  async audiences(tx: EntityManager, subject: string): Promise<Audience[]> {
    const rows: { audience: string }[] = await tx.query(AUDIENCES, [subject]);
    return rows.map(({ audience }) => JSON.parse(audience) as Audience);
  }

  /** Why the hub refused this message; undefined when it did not. */
  async refusal(tx: EntityManager, id: string, language: Language): Promise<Refusal | undefined> {
    const message = await tx.findOneBy(OutgoingMessage, { id, state: 'refused' });
    if (!message?.problem) return undefined;
    return { problem: refusalIn(language, message.problem), stretches: refusedStretches(message.data, message.problem) };
  }

  /** Which version of `subject` the hub took last, and when. */
  async standing(tx: EntityManager, subject: string): Promise<{ readonly version: number; readonly at: Date } | undefined> {
    const [standing]: { version: number | null; at: Date }[] = await tx.query(STANDING, [subject]);
    return !standing || standing.version === null ? undefined : { version: standing.version, at: standing.at };
  }

  /** Forgets what this node's own messages said whose text was erased from the log. */
  async forgetErased(tx: EntityManager): Promise<void> {
    await tx.query(FORGET);
  }

  /** After commit: wakes the worker that seals drafts, and behind it the one that brings files. A lost ring costs seconds. */
  async ring(): Promise<void> {
    await this.bells.ring(DRAIN);
    await this.bells.ring(UPLOAD);
  }
}
