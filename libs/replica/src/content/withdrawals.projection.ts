import { dataIn } from '@nmirf/contracts/network/message-types';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Applies, type PlacedMessage } from '../projector/applies.decorator.js';
import { Forgets } from '../projector/forgets.decorator.js';
import { ContentFacade } from './content.facade.js';

/** Authors take back what they published. Takedowns by the committee come with the membership, whose rules decide them. */
@Injectable()
export class WithdrawalsProjection {
  constructor(private readonly content: ContentFacade) {}

  /** Tombstones that the author's own word set; takedowns stand, and so do the traces of what was erased. */
  @Forgets()
  forget(tx: EntityManager, source: string): Promise<void> {
    return this.content.forget(tx, source);
  }

  @Applies('practice.withdrawn.v1', 'resource.withdrawn.v1', 'statistics.withdrawn.v1')
  async withdrawn(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<void> {
    for (const { pos, receivedMs, message } of messages) {
      const { source, subject } = message.envelope;
      const { target, reason, purge } = dataIn<'practice.withdrawn.v1' | 'resource.withdrawn.v1' | 'statistics.withdrawn.v1'>(
        message.envelope,
      );
      await this.content.close(tx, { subject, source, target, reason, purge, why: 'withdrawn', position: pos, receivedMs });
    }
  }
}
