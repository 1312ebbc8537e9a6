import { randomBytes } from 'node:crypto';
import type { Audience } from '@nmirf/contracts/network/envelope';
import type { MessageType } from '@nmirf/contracts/network/message-types';
import { toBase64url } from '@nmirf/federation/base64url';
import { uuidv7 } from '@nmirf/federation/ids';
import { Bells } from '@nmirf/platform/queue/bell';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { OutgoingMessage } from './outgoing-message.entity.js';

export const DRAIN = 'drain';

const FORGET = `
  update outgoing_message message set data = '{}', jws = null, title = null
    from replica_publication made join log_entry entry on entry.pos = made.position
   where made.erased and message.epoch = entry.epoch and message.seq = entry.seq and message.hash = made.message_hash and message.jws is not null`;

/** A message that is to leave. */
export interface OutgoingDraft {
  readonly type: MessageType;
  readonly subject: string;
  readonly data: unknown;
  readonly title?: string;
  readonly audience?: Audience;
  /** The recovery key signs what must not be said by whoever has stolen the other. */
  readonly signedBy?: 'msg' | 'rec';
}

/** The way out of a node; only the publication gate may take it. */
@Injectable()
export class OutgoingFacade {
  constructor(private readonly bells: Bells) {}

  /** Writes a draft beside the change it tells of; answers its id. */
  async submit(tx: EntityManager, { type, subject, data, title, audience = '*', signedBy = 'msg' }: OutgoingDraft): Promise<string> {
    const now = new Date();
    const id = uuidv7(now.getTime(), randomBytes(10));
    await tx.insert(OutgoingMessage, {
      ...{ id, type, subject, signedBy, state: 'draft', title: title ?? null, createdAt: now },
      ...{ data: JSON.stringify(data), audience: JSON.stringify(audience) },
    });
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

  /** Whether such a message waits here, or waits to be seen in the log. */
  isUnderWay(tx: EntityManager, type: MessageType, subject: string): Promise<boolean> {
    return tx.existsBy(OutgoingMessage, { type, subject, state: In(['draft', 'sealed', 'accepted']) });
  }

  /** Forgets what this node's own messages said whose text was erased from the log. */
  async forgetErased(tx: EntityManager): Promise<void> {
    await tx.query(FORGET);
  }

  /** After commit: wakes the worker that seals drafts. A lost ring costs seconds. */
  ring(): Promise<void> {
    return this.bells.ring(DRAIN);
  }
}
