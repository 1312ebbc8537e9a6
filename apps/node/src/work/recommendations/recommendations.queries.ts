import type { StatisticsKind } from '@nmirf/contracts/statistics/statistics';
import type {
  RecommendationReference,
  RecommendationsQuery,
  RecommendationView,
  Position,
} from '@nmirf/contracts/recommendations/recommendation';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Recommendation } from './recommendation.entity.js';
import { searchPatterns } from '@nmirf/languages/search-text';

export interface RecommendationsPage {
  readonly items: RecommendationView[];
  readonly next?: string;
  readonly total?: number;
}

/** How many recommendations there are of a theme or body with a position. */
export interface Counted {
  readonly row: string;
  readonly column: Position;
  readonly count: number;
}

const ROW: Readonly<Record<StatisticsKind, string>> = { themes: `coalesce(r.primary_theme, '')`, bodies: 'd.body' };

type Selection = SelectQueryBuilder<Recommendation>;

/** What is asked of the recommendations a node holds. */
@Injectable()
export class RecommendationsQueries {
  constructor(private readonly db: DataSource) {}

  /** A page in the order of `orderKey`; the first one says how many there are in all. */
  async page(query: RecommendationsQuery): Promise<RecommendationsPage> {
    const { after, limit } = query;
    const rows = await this.pageQuery(query).getMany();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(viewOf),
      ...(rows.length > limit && last !== undefined && { next: cursorOf(last.orderKey) }),
      ...(after === undefined && { total: await narrowed(this.selection(), query).getCount() }),
    };
  }

  /** The statement behind a page. One row more than asked for tells whether another page follows. */
  pageQuery(query: RecommendationsQuery): Selection {
    const selection = narrowed(this.selection(), query)
      .innerJoinAndSelect('r.sourceDocument', 'd')
      .orderBy('r.orderKey')
      .limit(query.limit + 1);
    return query.after === undefined ? selection : selection.andWhere('r.orderKey > :key', { key: keyOf(query.after) });
  }

  /** One recommendation; `undefined` when there is none. */
  async find(id: string): Promise<RecommendationView | undefined> {
    const found = await this.db.manager.findOne(Recommendation, { where: { id }, relations: { sourceDocument: true } });
    return found === null ? undefined : viewOf(found);
  }

  /** The recommendations that references name, in the order of lists. References to what is not here give nothing. */
  async findReferred(references: readonly RecommendationReference[]): Promise<RecommendationView[]> {
    if (references.length === 0) return [];
    const found = await this.selection()
      .innerJoinAndSelect('r.sourceDocument', 'd')
      .where(
        '(r.country, r.documentSymbol, r.paragraph) in (select * from unnest(:countries::text[], :symbols::text[], :paragraphs::text[]))',
        {
          countries: references.map(({ country }) => country),
          symbols: references.map(({ documentSymbol }) => documentSymbol),
          paragraphs: references.map(({ paragraph }) => paragraph),
        },
      )
      .orderBy('r.orderKey')
      .getMany();
    return found.map(viewOf);
  }

  count(kind: StatisticsKind, country: string): Promise<Counted[]> {
    return this.db.query(
      `select ${ROW[kind]} as "row", r.position as "column", count(*)::int as count
         from recommendation r join source_document d on d.id = r.source_document_id where r.country = $1 group by 1, 2`,
      [country],
    );
  }

  private selection(): Selection {
    return this.db.manager.createQueryBuilder(Recommendation, 'r');
  }
}

const narrowed = (selection: Selection, { q, country, documentSymbol, state, position, theme, sdg }: RecommendationsQuery): Selection => {
  searchPatterns(q ?? '').forEach((pattern, index) => selection.andWhere(`r.searchText like :q${index}`, { [`q${index}`]: pattern }));
  if (country !== undefined) selection.andWhere('r.country = :country', { country });
  if (documentSymbol !== undefined) selection.andWhere('r.documentSymbol = :documentSymbol', { documentSymbol });
  if (state !== undefined) selection.andWhere('r.recommendingStates @> array[:state]', { state });
  if (position !== undefined) selection.andWhere('r.position = :position', { position });
  if (theme !== undefined) selection.andWhere('r.themes @> array[:theme]', { theme });
  if (sdg !== undefined) selection.andWhere('r.sdgGoals @> array[:sdg::smallint]', { sdg });
  return selection;
};

/** Opaque to callers: they hand it back, nothing else. */
const cursorOf = (key: string): string => Buffer.from(key).toString('base64url');
const keyOf = (cursor: string): string => Buffer.from(cursor, 'base64url').toString().replaceAll('\0', '');

const viewOf = ({ sourceDocument: { body, cycle, session, year }, ...row }: Recommendation): RecommendationView => ({
  id: row.id,
  country: row.country,
  body,
  ...(cycle !== null && { cycle }),
  ...(session !== null && { session }),
  ...(year !== null && { year }),
  documentSymbol: row.documentSymbol,
  paragraph: row.paragraph,
  text: row.text,
  recommendingStates: row.recommendingStates,
  position: row.position,
  ...(row.positionSource !== null && { positionSource: row.positionSource }),
  ...(row.primaryTheme !== null && { primaryTheme: row.primaryTheme }),
  themes: row.themes,
  affectedPersons: row.affectedPersons,
  sdgs: row.sdgs,
});
