import { dataIn } from '@nmirf/contracts/network/message-types';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContentFacade } from '../content/content.facade.js';
import { Applies, type PlacedMessage } from '../projector/applies.decorator.js';
import { Forgets } from '../projector/forgets.decorator.js';

/** A later version replaces an earlier one of the same practice by the same source; nobody replaces another's practice. */
const UPSERT = `
  insert into replica_practice (id, version, source, position, message_hash, received_at, region, country, type, from_year, languages, themes, sdgs)
  select id, version, source, position, decode(message_hash, 'hex'), to_timestamp(received_ms / 1000.0), region, country, type, from_year,
         languages, themes, sdgs
    from json_to_recordset($1) as practice(id uuid, version int, source text, position bigint, message_hash text, received_ms bigint,
         region text, country text, type text, from_year int, languages text[], themes text[], sdgs int[])
  on conflict (id) do update set version = excluded.version, position = excluded.position, message_hash = excluded.message_hash,
    received_at = excluded.received_at, region = excluded.region, country = excluded.country, type = excluded.type,
    from_year = excluded.from_year, languages = excluded.languages, themes = excluded.themes, sdgs = excluded.sdgs
  where replica_practice.source = excluded.source and replica_practice.version < excluded.version`;

const FORGET_WORDS = `
  delete from practice_words
   where position >= (select min(pos) from log_entry where source = $1 and type = 'practice.published.v1')`;

@Injectable()
export class PracticesProjection {
  constructor(private readonly content: ContentFacade) {}

  /** Words are made in log order behind the last that were made: from this source's first practice on they are made again. */
  @Forgets()
  async forget(tx: EntityManager, source: string): Promise<void> {
    await tx.query(FORGET_WORDS, [source]);
    await tx.query('delete from replica_practice where source = $1', [source]);
  }

  @Applies('practice.published.v1')
  async published(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<void> {
    const shown = await this.content.record(tx, messages.map(publicationOf));
    // As texts at once: rows that wait for the database outlive their generation, and are collected at a price.
    const batches = withoutRepeats(shown.map(({ placed }) => rowOf(placed))).map((batch) => JSON.stringify(batch));
    for (const batch of batches) await tx.query(UPSERT, [batch]);
  }
}

const publicationOf = (placed: PlacedMessage) => {
  const { practice, version } = dataIn<'practice.published.v1'>(placed.message.envelope);
  return { placed, subject: `practice:${practice}`, version };
};

function rowOf({ pos, receivedMs, message }: PlacedMessage) {
  const { practice, version, summary } = dataIn<'practice.published.v1'>(message.envelope);
  const { region, country, type, fromYear, title, themes, sdgs } = summary;
  const message_hash = Buffer.from(message.hash).toString('hex');
  return {
    ...{ id: practice, version, source: message.envelope.source, position: pos, message_hash, received_ms: receivedMs },
    ...{ region, country, type, from_year: fromYear, languages: [...new Set(title.map(({ language }) => language))], themes, sdgs },
  };
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
