import type { OwnResourcesPage, OwnResourcesQuery, ResourceView } from '@nmirf/contracts/resources/authoring';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Resource } from './resource.entity.js';
import { listItemOf, viewOf } from './resource.view.js';

@Injectable()
export class OwnResourcesQueries {
  constructor(private readonly db: DataSource) {}

  /** The mechanism's resources, the last changed first; the cursor is the id of the last item. */
  async page({ state, q, after, limit }: OwnResourcesQuery): Promise<OwnResourcesPage> {
    const selection = this.db.manager.createQueryBuilder(Resource, 'r');
    if (state !== undefined) selection.andWhere('r.state = :state', { state });
    if (q !== undefined && q !== '') selection.andWhere('strpos(lower(r.title), lower(:q)) > 0', { q: q.replaceAll('\0', '') });
    const total = after === undefined ? await selection.getCount() : undefined;
    const last = '(select l.updated_at, l.id from resource l where l.id = :after)';
    if (after !== undefined) selection.andWhere(`(r.updatedAt, r.id) < ${last}`, { after });
    const rows = await selection
      .orderBy('r.updatedAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const items = rows.slice(0, limit).map(listItemOf);
    return {
      items,
      ...(rows.length > limit && { next: items.at(-1)!.id }),
      ...(total !== undefined && { total }),
    };
  }

  /** Throws `resource/not-found`. */
  async find(id: string): Promise<ResourceView> {
    const resource = await this.db.manager.findOneBy(Resource, { id });
    if (resource === null) throw new Problem('resource/not-found', 404);
    return viewOf(resource);
  }
}
