import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { SourceId } from '@nmirf/contracts/network/names';
import type {
  LibraryResource,
  ResourceFacets,
  ResourceFilters,
  ResourceItem,
  ResourcesPage,
  ResourcesQuery,
} from '@nmirf/contracts/resources/library';
import type { ResourceFile, ResourceInside, ResourcePublished } from '@nmirf/contracts/resources/resource';
import { toBase64url } from '@nmirf/federation/base64url';
import { Problem } from '@nmirf/platform/http/problem';
import { decodeLeaf } from '@nmirf/federation/leaf';
import { reopenMessage } from '@nmirf/federation/message';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ContentFacade } from '../content/content.facade.js';
import { audienceIn } from '../log/audience-text.js';
import { contentOf, type StoredContent } from '../log/stored-content.js';
import { facetsStatement, readFacets } from '../search/facets.facade.js';
import { directionOf, Values, whereOf } from '../search/hits.facade.js';
import { conditionsOf } from '../search/search.facade.js';
import { OPENER, type Opener } from './opener.facade.js';
import { FACETED_RESOURCES, type Reader, RESOURCE_TESTS, seenBy } from './resource.filters.js';

interface Row extends StoredContent {
  readonly id: string;
  readonly version: number;
  readonly source: SourceId;
  readonly audience: string;
  readonly position: string;
  readonly message_hash: Buffer;
  readonly received_at: Date;
  readonly mechanism: Mechanism | null;
  /** The digests of its files that are kept here. */
  readonly here: readonly string[];
}

const RESOURCE = `
  select r.id, r.version, r.source, r.audience, r.position, r.message_hash, r.received_at, m.mechanism, e.leaf, e.jws,
         array(select f.sha256 from replica_resource_file f join blob b on b.sha256 = f.sha256 where f.resource = r.id) as here
    from replica_resource r join log_entry e on e.pos = r.position left join replica_member m on m.id = r.source`;

@Injectable()
export class ResourcesQueries {
  constructor(
    private readonly db: DataSource,
    private readonly content: ContentFacade,
    @Optional() @Inject(OPENER) private readonly opener: Opener | undefined,
  ) {}

  /** A page of the resources by place in the log; the cursor is the log position of the last item. */
  async page({ after, limit, order, ...filters }: ResourcesQuery, reader: Reader): Promise<ResourcesPage> {
    const [values, direction] = [new Values(), directionOf(order)];
    const conditions = [seenBy(reader), ...conditionsOf<ResourceFilters>(RESOURCE_TESTS, filters)];
    const where = whereOf(conditions, values, { order, ...(after !== undefined && { after: Number(after) || 0 }) }, 'r');
    const rows: Row[] = await this.db.query(`${RESOURCE} where ${where} order by r.position ${direction} limit ${limit + 1}`, values.given);
    const read = rows.slice(0, limit).map(async (row) => ({ row, said: await this.said(row) }));
    const items = (await Promise.all(read)).flatMap(({ row, said }) => (said ? [item(row, said)] : []));
    return rows.length > limit ? { items, next: rows[limit - 1]!.position } : { items };
  }

  async facets(filters: ResourceFilters, reader: Reader): Promise<ResourceFacets> {
    const conditions = [seenBy(reader), ...conditionsOf<ResourceFilters>(RESOURCE_TESTS, filters)];
    const { sql, values } = facetsStatement(FACETED_RESOURCES, conditions);
    return readFacets(FACETED_RESOURCES, await this.db.query(sql, values));
  }

  /** Throws `resource/not-found`, and for what was taken back `content/withdrawn` or `content/taken-down`, with its tombstone. */
  async one(id: string, reader: Reader): Promise<LibraryResource> {
    const row = await this.row(id, reader);
    const { summary, report } = await this.saidBy(row);
    const versions = await this.content.versions(`resource:${id}`, row.source);
    return { ...known(row), summary, report, here: [...row.here], versions };
  }

  /** A file as this resource names it. Throws like `one`, and `file/not-here` when the resource has no such file. */
  async file(id: string, sha256: string, reader: Reader): Promise<ResourceFile> {
    const { summary } = await this.saidBy(await this.row(id, reader));
    const file = summary.files.find((candidate) => candidate.sha256 === sha256);
    if (!file) throw new Problem('file/not-here', 404);
    return file;
  }

  /** What a resource for named members says, with what opens its files; undefined when it is for more readers. Throws like `one`. */
  async inside(id: string): Promise<ResourceInside | undefined> {
    const row = await this.row(id, 'member');
    return typeof audienceIn(row.audience) === 'string' ? undefined : this.saidBy(row);
  }

  private async row(id: string, reader: Reader): Promise<Row> {
    const { sql, value } = seenBy(reader);
    const [row]: Row[] = await this.db.query(`${RESOURCE} where r.id = $1 and ${sql('$2')}`, [id, value]);
    if (!row) throw (await this.content.gone(`resource:${id}`)) ?? new Problem('resource/not-found', 404);
    return row;
  }

  /** What the message of a row says; undefined when the key it was sealed to lies here no more. */
  private async said(row: Row): Promise<ResourceInside | undefined> {
    if (typeof audienceIn(row.audience) === 'string') return contentOf<ResourcePublished>(row);
    const opened = await this.opener?.open(reopenMessage(row.jws, decodeLeaf(row.leaf).hash));
    return typeof opened === 'object' ? opened : undefined;
  }

  private async saidBy(row: Row): Promise<ResourceInside> {
    const said = await this.said(row);
    if (!said) throw new Problem('resource/not-found', 404);
    return said;
  }
}

const item = (row: Row, { summary: said }: ResourcePublished): ResourceItem => {
  const { originalLanguage, title, summary, kind, languages, themes, licence, link, files } = said;
  const here = new Set(row.here);
  return {
    ...known(row),
    ...{ originalLanguage, title, summary, kind, languages, themes, licence },
    ...(link !== undefined && { link }),
    files: files.map((file) => ({ ...file, here: here.has(file.sha256) })),
  };
};

const known = ({ id, version, source, audience, mechanism, position, message_hash, received_at }: Row) => ({
  ...{ id, version, source, audience: audienceIn(audience), ...(mechanism && { mechanism }) },
  place: { position: Number(position), messageHash: toBase64url(message_hash), receivedAt: received_at.toISOString() },
});
