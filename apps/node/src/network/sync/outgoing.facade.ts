import { randomBytes } from 'node:crypto';
import type { Audience } from '@nmirf/contracts/network/envelope';
import type { MessageType } from '@nmirf/contracts/network/message-types';
import { uuidv7 } from '@nmirf/federation/ids';
import { Bells } from '@nmirf/platform/queue/bell';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OutgoingMessage } from './outgoing-message.entity.js';

export const DRAIN = 'drain';

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

  /** After commit: wakes the worker that seals drafts. A lost ring costs seconds. */
  ring(): Promise<void> {
    return this.bells.ring(DRAIN);
  }
}
