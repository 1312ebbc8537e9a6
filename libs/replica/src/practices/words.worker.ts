import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { contentOf, type StoredContent } from '../log/stored-content.js';
import { PRACTICES, Projector } from '../projector/projector.js';
import { searchableTexts, wordsExpression } from '../search/search.facade.js';
import { charactersOf } from './facet-characters.js';
import { type Narrowed, segmented, traitsOf } from './segments.js';

const BATCH = 100;
const QUIET_MS = 1_000;
const BETWEEN_MS = 5_000;

const INDEXED = '(select coalesce(max(position), -1) from practice_words)';

/** The next practices without words. The bound is put to both tables: a plan that joins them in order would else read the whole log. */
export const WITHOUT_WORDS = `
  select p.id, p.position, p.source, p.region, p.country, p.type, p.from_year, p.languages, p.themes, p.sdgs, e.leaf, e.jws
    from replica_practice p join log_entry e on e.pos = p.position
   where p.position > ${INDEXED} and e.pos > ${INDEXED} and e.jws is not null order by p.position limit ${BATCH}`;

const KEEP = `
  insert into practice_words (practice, position, words, facets)
  select made.practice, made.position, ${segmented(wordsExpression, 'traits', 'made.position')}, made.facets
    from json_to_recordset($1) as made(practice uuid, position bigint, title json, body json, plain text, traits text[], facets text)
    join replica_practice p on p.id = made.practice
  on conflict (practice) do update set position = excluded.position, words = excluded.words, facets = excluded.facets`;

/**
 * Makes the words of new practices searchable, in log order, behind everything that readers wait for: indexing a text costs more than
 * all else that is done with it. While messages stream in, one batch in five seconds; the rest when it is quiet.
 */
@Injectable()
export class WordsWorker implements BeforeApplicationShutdown {
  private indexedAt = Number.NEGATIVE_INFINITY;
  private later: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly projector: Projector,
    private readonly bells: Bells,
  ) {}

  @OnBell(PRACTICES, { sweep: true })
  async index(): Promise<void> {
    while (this.mayGoOn) {
      const count = await this.db.transaction(indexWords);
      this.indexedAt = performance.now();
      if (count < BATCH) return;
    }
    clearTimeout(this.later);
    this.later = setTimeout(() => void this.bells.ring(PRACTICES), QUIET_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.later);
  }

  private get mayGoOn(): boolean {
    return this.projector.quietMs > QUIET_MS || performance.now() - this.indexedAt > BETWEEN_MS;
  }
}

/** Indexes the next practices in log order; answers how many. */
export async function indexWords(tx: EntityManager): Promise<number> {
  const rows: (StoredContent & Narrowed & { id: string; position: string })[] = await tx.query(WITHOUT_WORDS);
  if (rows.length === 0) return 0;
  const facets = await charactersOf(tx, rows);
  const made = rows.map((row, index) => {
    const { title, summary, buildingBlocks } = contentOf<PracticePublished>(row).summary;
    const texts = searchableTexts(title, [summary, ...buildingBlocks.map((block) => block.title)].flat());
    return { practice: row.id, position: Number(row.position), ...texts, traits: traitsOf(row), facets: facets[index] };
  });
  await tx.query(KEEP, [JSON.stringify(made)]);
  return rows.length;
}
