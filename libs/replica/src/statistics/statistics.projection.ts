import { dataIn } from '@nmirf/contracts/network/message-types';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContentFacade } from '../content/content.facade.js';
import { Applies, type PlacedMessage } from '../projector/applies.decorator.js';
import { Forgets } from '../projector/forgets.decorator.js';

const UPSERT = `
  insert into replica_statistics (source, kind, version, position, message_hash, received_at)
  values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))
  on conflict (source, kind) do update set version = excluded.version, position = excluded.position, message_hash = excluded.message_hash,
    received_at = excluded.received_at
  where replica_statistics.version < excluded.version`;

/** Tables are few: one statement each. */
@Injectable()
export class StatisticsProjection {
  constructor(private readonly content: ContentFacade) {}

  @Forgets()
  async forget(tx: EntityManager, source: string): Promise<void> {
    await tx.query('delete from replica_statistics where source = $1', [source]);
  }

  @Applies('statistics.published.v1')
  async published(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<void> {
    for (const placed of messages) {
      const { pos, receivedMs, message } = placed;
      const { kind, version } = dataIn<'statistics.published.v1'>(message.envelope);
      const { subject, source } = message.envelope;
      await this.content.reopen(tx, subject, source, pos);
      const shown = await this.content.record(tx, [{ placed, subject, version }]);
      if (shown.length > 0) await tx.query(UPSERT, [source, kind, version, pos, Buffer.from(message.hash), receivedMs]);
    }
  }
}
