import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Applies, type PlacedMessage } from '../projector/applies.decorator.js';

/** A later version replaces an earlier one of the same practice by the same source; nobody replaces another's practice. */
const UPSERT = `
  insert into replica_practice (id, version, source, position, message_hash, received_at, summary, report)
  select id, version, source, position, decode(message_hash, 'hex'), to_timestamp(received_ms / 1000.0), summary, report
    from json_to_recordset($1) as practice(id uuid, version int, source text, position bigint, message_hash text, received_ms bigint, summary jsonb, report jsonb)
  on conflict (id) do update set version = excluded.version, position = excluded.position, message_hash = excluded.message_hash,
    received_at = excluded.received_at, summary = excluded.summary, report = excluded.report
  where replica_practice.source = excluded.source and replica_practice.version < excluded.version`;

@Injectable()
export class PracticesProjection {
  @Applies('practice.published.v1')
  async published(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<void> {
    const rows = messages.map(({ pos, receivedMs, message }) => {
      const { practice, version, summary, report } = message.envelope.data as unknown as PracticePublished;
      const { source } = message.envelope;
      return {
        id: practice,
        version,
        source,
        position: pos,
        message_hash: Buffer.from(message.hash).toString('hex'),
        received_ms: receivedMs,
        summary,
        report,
      };
    });
    for (const batch of withoutRepeats(rows)) await tx.query(UPSERT, [JSON.stringify(batch)]);
  }
}

/** One statement cannot touch a row twice: a practice that appears again opens the next batch. */
function withoutRepeats<Row extends { readonly id: string }>(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = [];
  let seen = new Set<string>();
  for (const row of rows) {
    if (batches.length === 0 || seen.has(row.id)) {
      batches.push([]);
      seen = new Set();
    }
    seen.add(row.id);
    batches.at(-1)!.push(row);
  }
  return batches;
}
