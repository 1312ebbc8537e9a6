import { randomUUID } from 'node:crypto';
import { Audit } from '@nmirf/platform/audit/audit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FoundList, FoundRecommendation } from './import/found-recommendation.js';
import { readThematicList } from './import/thematic-list.js';
import { readWordDocument } from './import/word-document.js';
import { Recommendation } from './recommendation.entity.js';
import { contentDigest, type Difference, difference, orderKey, type Review, type Standing } from './recommendation.rules.js';
import { searchable } from '@nmirf/languages/search-text';
import { SourceDocument } from './source-document.entity.js';

interface Import {
  readonly list: FoundList;
  readonly difference: Difference;
}

interface ImportOptions {
  /** Say what would be done, and do nothing. */
  readonly dryRun?: boolean;
  /** The id of whoever imports; absent at the command line. */
  readonly by?: string;
  /** Told how many rows are written, of how many. */
  readonly onProgress?: (written: number, of: number) => void;
}

const BODY = 'UPR';
/** Rows a statement; PostgreSQL takes 65,535 parameters. */
const CHUNK = 500;

type RecommendationRow = Omit<Recommendation, 'sourceDocument'>;

/** Recommendations come in from lists; a list is taken as a whole or not at all, and never takes anything away. */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes in a thematic list (DOCX) of the State `country` (ISO 3166-1 alpha-3). The same list again changes nothing.
   * @throws Problem of `readWordDocument` or `readThematicList`
   */
  async importFile(file: Buffer, country: string, options: ImportOptions = {}): Promise<Import> {
    const list = readThematicList(await readWordDocument(file), country);
    return { list, difference: await this.importList(list, options) };
  }

  /** Takes in what was read from a list. */
  async importList(list: FoundList, { dryRun = false, by, onProgress }: ImportOptions = {}): Promise<Difference> {
    return this.db.transaction(async (tx) => {
      // Two imports of one State at once would both add what neither sees.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`recommendations ${list.country}`]);
      const known = await tx.findOneBy(SourceDocument, { country: list.country, symbol: list.documentSymbol });
      const source = sourceOf(list, known, new Date());
      const review = { country: list.country, year: source.year ?? undefined };
      const result = difference(list.recommendations, known === null ? [] : await standingIn(tx, known.id), review);
      if (dryRun) return result;
      await write(tx, source, rowsOf(result, source, review), onProgress);
      const details = { document: list.documentSymbol, added: result.added.length, changed: result.changed.length };
      await this.audit.note(tx, { action: 'recommendations.imported', by, subject: source.id, details });
      return result;
    });
  }
}

/** A list without its page header does not know its session; what an earlier one said stays. */
const sourceOf = (list: FoundList, known: SourceDocument | null, importedAt: Date): SourceDocument => ({
  id: known?.id ?? randomUUID(),
  country: list.country,
  symbol: list.documentSymbol,
  body: BODY,
  cycle: list.cycle ?? known?.cycle ?? null,
  session: list.session ?? known?.session ?? null,
  year: list.year ?? known?.year ?? null,
  generation: list.generation,
  importedAt,
});

const standingIn = (tx: EntityManager, sourceDocumentId: string): Promise<Standing[]> =>
  tx.find(Recommendation, {
    select: { id: true, paragraph: true, contentDigest: true, orderKey: true, createdAt: true },
    where: { sourceDocumentId },
  });

const rowsOf = ({ added, changed }: Difference, source: SourceDocument, review: Review): readonly RecommendationRow[] => [
  ...added.map((found) => rowOf(found, source, review, { id: randomUUID(), createdAt: source.importedAt })),
  ...changed.map(({ found, standing }) => rowOf(found, source, review, standing)),
];

const rowOf = (
  found: FoundRecommendation,
  source: SourceDocument,
  review: Review,
  { id, createdAt }: Pick<Standing, 'id' | 'createdAt'>,
): RecommendationRow => ({
  id,
  sourceDocumentId: source.id,
  country: source.country,
  documentSymbol: found.documentSymbol,
  paragraph: found.paragraph,
  text: found.text,
  recommendingStates: [...found.recommendingStates],
  position: found.position,
  positionSource: found.positionSource ?? null,
  primaryTheme: found.primaryTheme ?? null,
  themes: [...found.themes],
  affectedPersons: [...found.affectedPersons],
  sdgs: [...found.sdgs],
  sdgGoals: found.sdgs.map((sdg) => Number.parseInt(sdg, 10)),
  orderKey: orderKey(found, review),
  searchText: searchable([found.paragraph, found.text, ...found.themes, ...found.affectedPersons].join(' ')),
  contentDigest: contentDigest(found),
  createdAt,
  changedAt: source.importedAt,
});

const write = async (
  tx: EntityManager,
  source: SourceDocument,
  rows: readonly RecommendationRow[],
  onProgress: ImportOptions['onProgress'],
): Promise<void> => {
  await tx.upsert(SourceDocument, source, ['id']);
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx.upsert(Recommendation, rows.slice(start, start + CHUNK), ['id']);
    onProgress?.(Math.min(start + CHUNK, rows.length), rows.length);
  }
};
