import type { PracticeListItem, PracticesQuery, PracticeView } from '@nmirf/contracts/practices/authoring';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Practice } from './practice.entity.js';
import { listItemOf, viewOf } from './practice.view.js';

export interface PracticesPage {
  readonly items: PracticeListItem[];
  readonly next?: string;
  readonly total?: number;
}

@Injectable()
export class PracticesQueries {
  constructor(private readonly db: DataSource) {}

  /** The mechanism's practices, the last changed first; the first page says how many there are. */
  async page({ state, after, limit }: PracticesQuery): Promise<PracticesPage> {
    const selection = this.db.manager.createQueryBuilder(Practice, 'p');
    if (state !== undefined) selection.where('p.state = :state', { state });
    const total = after === undefined ? await selection.getCount() : undefined;
    if (after !== undefined) selection.andWhere('(p.updatedAt, p.id) < (:at::timestamptz, :id::uuid)', positionOf(after));
    const rows = await selection
      .orderBy('p.updatedAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(listItemOf),
      ...(rows.length > limit && last !== undefined && { next: cursorOf(last) }),
      ...(total !== undefined && { total }),
    };
  }

  /** Throws `practice/not-found`. */
  async find(id: string): Promise<PracticeView> {
    const practice = await this.db.manager.findOneBy(Practice, { id });
    if (practice === null) throw new Problem('practice/not-found', 404);
    return viewOf(practice);
  }
}

const cursorOf = ({ updatedAt, id }: Practice): string => Buffer.from(`${updatedAt.toISOString()} ${id}`).toString('base64url');

const positionOf = (cursor: string): { at: string; id: string } => {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (match === null) throw new Problem('request/invalid', 422, {}, { errors: [{ path: 'after', code: 'field/wrong-form' }] });
  return { at: match[1] ?? '', id: match[2] ?? '' };
};
