import type { LibraryFacets, LibraryFilters, LibraryItem, LibraryPractice, LibraryQuery } from '@nmirf/contracts/practices/library';
import { toBase64url } from '@nmirf/federation/base64url';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReplicaMember } from '../members/replica-member.entity.js';
import { conditionsOf, facetsStatement, readFacets } from './library.filters.js';
import { ReplicaPractice } from './replica-practice.entity.js';

@Injectable()
export class PracticesQueries {
  constructor(private readonly db: DataSource) {}

  /** A page of the library by place in the log; the cursor is the log position of the last item. */
  async page({ after, limit, order, ...filters }: LibraryQuery): Promise<{ items: LibraryItem[]; next?: string }> {
    const newest = order === 'newest';
    const find = this.db
      .getRepository(ReplicaPractice)
      .createQueryBuilder('p')
      .orderBy('p.position', newest ? 'DESC' : 'ASC')
      .take(limit + 1);
    if (after !== undefined) find.andWhere(`p.position ${newest ? '<' : '>'} :after`, { after: Number(after) || 0 });
    for (const { name, sql, value } of conditionsOf(filters)) find.andWhere(sql(`:${name}`), { [name]: value });
    const rows = await find.getMany();
    const items = rows.slice(0, limit).map(item);
    return rows.length > limit ? { items, next: String(rows[limit - 1]!.position) } : { items };
  }

  async facets(filters: LibraryFilters): Promise<LibraryFacets> {
    const { sql, values } = facetsStatement(conditionsOf(filters));
    return readFacets(await this.db.query(sql, values));
  }

  async one(id: string): Promise<LibraryPractice> {
    const row = await this.db.getRepository(ReplicaPractice).findOneBy({ id });
    if (!row) throw new Problem('practice/not-found', 404);
    const member = await this.db.getRepository(ReplicaMember).findOneBy({ id: row.source });
    const { version, source, summary, report } = row;
    return { id, version, source, ...(member && { mechanism: member.mechanism }), summary, report, place: place(row) };
  }
}

const place = ({ position, messageHash, receivedAt }: ReplicaPractice): LibraryItem['place'] => ({
  position,
  messageHash: toBase64url(messageHash),
  receivedAt: receivedAt.toISOString(),
});

const item = (row: ReplicaPractice): LibraryItem => {
  const { country, region, title, summary, originalLanguage, type, themes, sdgs } = row.summary;
  return {
    ...{ id: row.id, version: row.version, source: row.source, country, region, title, summary, originalLanguage, type, themes, sdgs },
    languages: title.map((text) => text.language),
    place: place(row),
  };
};
