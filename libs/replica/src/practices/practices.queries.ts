import type { LibraryFacets, LibraryFilters, LibraryItem, LibraryPractice, LibraryQuery } from '@nmirf/contracts/practices/library';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { toBase64url } from '@nmirf/federation/base64url';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ContentFacade } from '../content/content.facade.js';
import { contentOf, type StoredContent } from '../log/stored-content.js';
import { ReplicaMember } from '../members/replica-member.entity.js';
import { facetsStatement, readFacets } from '../search/facets.facade.js';
import { directionOf, hitsOf, Values } from '../search/hits.facade.js';
import { type Condition, conditionsOf } from '../search/search.facade.js';
import { FACETED_PRACTICES, PRACTICE_TESTS } from './library.filters.js';
import { countFacets } from './practice-facets.js';
import { practiceHits } from './practice-hits.js';

/** A practice with its message. */
interface Row extends StoredContent {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly position: string;
  readonly message_hash: Buffer;
  readonly received_at: Date;
}

const PRACTICE = `
  select p.id, p.version, p.source, p.position, p.message_hash, p.received_at, e.leaf, e.jws
    from replica_practice p join log_entry e on e.pos = p.position`;

const BEHIND = `
  select (select max(position) from replica_practice) > coalesce((select max(position) from practice_words), -1) as "isBehind"`;

@Injectable()
export class PracticesQueries {
  constructor(
    private readonly db: DataSource,
    private readonly content: ContentFacade,
  ) {}

  /** A page of the library by place in the log; the cursor is the log position of the last item. */
  async page({ after, limit, order, ...filters }: LibraryQuery): Promise<{ items: LibraryItem[]; next?: string }> {
    const values = new Values();
    const from = { order, ...(after !== undefined && { after: Number(after) || 0 }) };
    const conditions = conditionsOf(PRACTICE_TESTS, filters);
    const isWalked = conditions.length === 0 || (await this.isBehind(conditions));
    const hits = (isWalked ? hitsOf('replica_practice', 'p') : practiceHits)(conditions, values, from);
    const found: { position: string }[] = await this.db.query(`select p.position ${hits} limit ${limit + 1}`, values.given);
    const positions = found.slice(0, limit).map(({ position }) => position);
    // What was found by its words may have a new version, whose words are still to be made.
    const rows: Row[] = await this.db.query(`${PRACTICE} where p.position = any($1) order by p.position ${directionOf(order)}`, [
      positions,
    ]);
    const items = rows.map(item);
    return found.length > limit ? { items, next: positions.at(-1)! } : { items };
  }

  async facets(filters: LibraryFilters): Promise<LibraryFacets> {
    const conditions = conditionsOf(PRACTICE_TESTS, filters);
    if (!(await this.isBehind(conditions))) return countFacets(this.db, conditions);
    const { sql, values } = facetsStatement(FACETED_PRACTICES, conditions);
    return readFacets(FACETED_PRACTICES, await this.db.query(sql, values));
  }

  /** Whether a practice has no words yet: where none are sought, practices are then read as they are. */
  private async isBehind(conditions: readonly Condition[]): Promise<boolean> {
    if (conditions.some(({ name }) => name === 'q')) return false;
    const [row]: { isBehind: boolean | null }[] = await this.db.query(BEHIND);
    return row!.isBehind === true;
  }

  /** Throws `practice/not-found`, and for what was taken back `content/withdrawn` or `content/taken-down`, with its tombstone. */
  async one(id: string): Promise<LibraryPractice> {
    const [row]: Row[] = await this.db.query(`${PRACTICE} where p.id = $1`, [id]);
    if (!row) throw (await this.content.gone(`practice:${id}`)) ?? new Problem('practice/not-found', 404);
    const member = await this.db.getRepository(ReplicaMember).findOneBy({ id: row.source });
    const { version, source } = row;
    const { summary, report } = contentOf<PracticePublished>(row);
    const versions = await this.content.versions(`practice:${id}`, source);
    return {
      id,
      version,
      source,
      ...(member && summary.attribution === 'mechanism' && { mechanism: member.mechanism }),
      summary,
      report,
      place: place(row),
      versions,
    };
  }
}

const place = ({ position, message_hash, received_at }: Row): LibraryItem['place'] => ({
  position: Number(position),
  messageHash: toBase64url(message_hash),
  receivedAt: received_at.toISOString(),
});

const item = (row: Row): LibraryItem => {
  const { country, region, title, summary, originalLanguage, type, themes, sdgs } = contentOf<PracticePublished>(row).summary;
  return {
    ...{ id: row.id, version: row.version, source: row.source, country, region, title, summary, originalLanguage, type, themes, sdgs },
    languages: title.map((text) => text.language),
    place: place(row),
  };
};
