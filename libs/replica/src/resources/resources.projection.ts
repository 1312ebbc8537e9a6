import { dataIn } from '@nmirf/contracts/network/message-types';
import type { ResourcePublished } from '@nmirf/contracts/resources/resource';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContentFacade } from '../content/content.facade.js';
import { Applies, type PlacedMessage } from '../projector/applies.decorator.js';
import { Forgets } from '../projector/forgets.decorator.js';
import { audienceText } from '../log/audience-text.js';
import { keepAside } from '../projector/set-aside.js';
import { searchableTexts, wordsExpression } from '../search/search.facade.js';
import { OPENER, type Opener } from './opener.facade.js';

/** A later version replaces an earlier one of the same resource by the same source; nobody replaces another's resource. */
const UPSERT = `
  with made as (
    select *, ${wordsExpression} as words from json_to_record($1) as made(id uuid, version int, source text, position bigint, message_hash text,
           received_ms bigint, audience text, kind text, languages text[], themes text[], capacities text[], commitments int[], title json, body json, plain text))
  insert into replica_resource (id, version, source, position, message_hash, received_at, audience, kind, languages, themes, capacities,
                                commitments, words)
  select id, version, source, position, decode(message_hash, 'hex'), to_timestamp(received_ms / 1000.0), audience, kind, languages,
         themes, capacities, commitments, words from made
  on conflict (id) do update set version = excluded.version, position = excluded.position, message_hash = excluded.message_hash,
    received_at = excluded.received_at, audience = excluded.audience, kind = excluded.kind, languages = excluded.languages, themes = excluded.themes,
    capacities = excluded.capacities, commitments = excluded.commitments, words = excluded.words
  where replica_resource.source = excluded.source and replica_resource.version < excluded.version
  returning id`;

const FILES = `
  insert into replica_resource_file (resource, sha256, size, media_type)
  select $1, sha256, size, "mediaType" from json_to_recordset($2) as file(sha256 text, size int, "mediaType" text)`;

const SEALED_FILES = `
  insert into replica_sealed_file (position, sha256, size)
  select $1, sha256, size from json_to_recordset($2) as file(sha256 text, size int) on conflict do nothing`;

/** Resources are few: one after the other. */
@Injectable()
export class ResourcesProjection {
  constructor(
    private readonly content: ContentFacade,
    @Optional() @Inject(OPENER) private readonly opener: Opener | undefined,
  ) {}

  /** With their files' names, which hang on them. */
  @Forgets()
  async forget(tx: EntityManager, source: string): Promise<void> {
    await tx.query('delete from replica_resource where source = $1', [source]);
  }

  @Applies('resource.published.v1')
  async published(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<void> {
    const shown = await this.content.record(tx, messages.map(publicationOf));
    for (const { placed } of shown) await this.show(tx, placed, dataIn<'resource.published.v1'>(placed.message.envelope));
  }

  /** Where it cannot be opened it is known to be there, so that it can be taken back, and its files are carried. */
  @Applies('resource.sealed.published.v1')
  async sealed(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<void> {
    const shown = await this.content.record(tx, messages.map(publicationOf));
    for (const { placed } of shown) {
      const { files } = dataIn<'resource.sealed.published.v1'>(placed.message.envelope);
      if (files) await tx.query(SEALED_FILES, [placed.pos, JSON.stringify(files)]);
    }
    if (!this.opener) return;
    for (const { placed } of shown) {
      const opened = await this.opener.open(placed.message);
      const { source, type, dataschema } = placed.message.envelope;
      if (typeof opened === 'string') await keepAside(tx, [{ pos: placed.pos, source, type, dataschema, why: opened }]);
      else await this.show(tx, placed, opened);
    }
  }

  private async show(tx: EntityManager, { pos, receivedMs, message }: PlacedMessage, published: ResourcePublished): Promise<void> {
    const { resource, version, summary } = published;
    const { kind, languages, themes, capacities, commitments, files } = summary;
    const row = {
      ...{ id: resource, version, source: message.envelope.source, position: pos, received_ms: receivedMs },
      ...{
        message_hash: Buffer.from(message.hash).toString('hex'),
        audience: audienceText(message.envelope.aud),
        kind,
        languages,
        themes,
        capacities,
        commitments,
      },
      ...searchableTexts(summary.title, summary.summary),
    };
    const shown: unknown[] = await tx.query(UPSERT, [JSON.stringify(row)]);
    if (shown.length === 0) return;
    await tx.query('delete from replica_resource_file where resource = $1', [resource]);
    await tx.query(FILES, [resource, JSON.stringify(files)]);
  }
}

const publicationOf = (placed: PlacedMessage) => {
  const { resource, version } = dataIn<'resource.published.v1' | 'resource.sealed.published.v1'>(placed.message.envelope);
  return { placed, subject: `resource:${resource}`, version };
};
