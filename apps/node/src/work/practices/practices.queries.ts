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

const MOST_WORDS = 8;

/** Titles are compared without capitals and without marks over or under letters: a mechanism has few enough to look at each. */
const PLAIN_TITLE = String.raw`regexp_replace(normalize(lower(p.title), NFKD), '[\u0300-\u036f\u064b-\u065f]', '', 'g')`;
const plain = (words: string): string => words.replaceAll('\0', '').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

@Injectable()
export class PracticesQueries {
  constructor(private readonly db: DataSource) {}

  /** The mechanism's practices, the last changed first, that have all words of `q` in their title; the first page says how many there are. */
  async page({ state, q, after, limit }: PracticesQuery): Promise<PracticesPage> {
    const selection = this.db.manager.createQueryBuilder(Practice, 'p');
    if (state !== undefined) selection.andWhere('p.state = :state', { state });
    plain(q ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, MOST_WORDS)
      .forEach((word, index) => selection.andWhere(`strpos(${PLAIN_TITLE}, :q${index}) > 0`, { [`q${index}`]: word }));
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
