import type { Audience } from '@nmirf/contracts/network/envelope';
import type { MessageType } from '@nmirf/contracts/network/message-types';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A message that is to leave. */
export interface OutgoingDraft {
  readonly type: MessageType;
  readonly subject: string;
  readonly data: unknown;
  readonly title?: string;
  readonly audience?: Audience;
}

/** The way out of a node; only the publication gate may take it. */
@Injectable()
export class OutgoingFacade {
  /** Writes a draft beside the change it tells of; answers its id. */
  submit(_tx: EntityManager, _message: OutgoingDraft): Promise<string> {
    return Promise.reject(new Error('This node has no link to a hub'));
  }

  /** After commit: wakes the worker that seals drafts. A lost ring costs seconds. */
  ring(): Promise<void> {
    return Promise.resolve();
  }
}
