import { dataIn } from '@nmirf/contracts/network/message-types';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Applies, type PlacedMessage } from '../projector/applies.decorator.js';
import { Forgets } from '../projector/forgets.decorator.js';

const REPLACE = `
  insert into replica_agreement_key (node, key, position) values ($1, $2, $3)
  on conflict (node) do update set key = excluded.key, position = excluded.position`;

/** The last word counts, and only a member's own: one that a thief signed is forgotten with all that the thief signed. */
@Injectable()
export class AgreementKeysProjection {
  @Forgets()
  async forget(tx: EntityManager, source: string): Promise<void> {
    await tx.query('delete from replica_agreement_key where node = $1', [source]);
  }

  @Applies('node.agreement-key.v1')
  async announced(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<void> {
    for (const { pos, message } of messages) {
      const { key } = dataIn<'node.agreement-key.v1'>(message.envelope);
      await tx.query(REPLACE, [message.envelope.source, JSON.stringify(key), pos]);
    }
  }
}
