import { SMALLEST_CELL } from '@nmirf/anonymisation/policy/policy';
import type { Withdrawal } from '@nmirf/contracts/content/withdrawal';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { Language } from '@nmirf/contracts/languages/language';
import { type StatisticsKind, type StatisticsPreview, statisticsPreview } from '@nmirf/contracts/statistics/statistics';
import { problemTexts } from '@nmirf/languages/catalogue';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MechanismFacade } from '../../foundation/link/mechanism.facade.js';
import { RecommendationsFacade } from '../../work/recommendations/recommendations.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { StatisticsReleased } from './statistics-release.entity.js';
import { type Prepared, prepare } from './statistics.rules.js';

const today = (): string => new Date().toISOString().slice(0, 10);

const LOCK = `select pg_advisory_xact_lock(hashtext('statistics_release'))`;
const subjectOf = (kind: StatisticsKind): string => `statistics:${kind}`;

/** The gate for tables of counts. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly db: DataSource,
    private readonly mechanism: MechanismFacade,
    private readonly recommendations: RecommendationsFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /** What would be published today, what would be withheld, and why it may not leave. */
  async preview(kind: StatisticsKind, language: Language): Promise<StatisticsPreview> {
    const earlier = await this.earlier(this.db.manager, kind);
    const prepared = await this.prepare(kind, earlier);
    const { counted, result, release, data, digest } = prepared;
    const code = obstacleOf(prepared);
    const [last] = earlier;
    return statisticsPreview.parse({
      ...{ kind, counted, left: result.left, smallestCell: SMALLEST_CELL },
      suppressed: { small: result.primary, cover: result.secondary, lines: result.left.length },
      ...(data && { table: data.table, digest }),
      ...(code !== undefined && { obstacle: { code, detail: problemTexts(language, code)?.detail ?? code } }),
      ...(!release.now && { from: release.from }),
      ...(last && { published: { version: last.version, day: last.day, ...(last.withdrawn && { withdrawn: last.withdrawn }) } }),
    });
  }

  /**
   * Publishes exactly the table whose digest is `digest`; ledger and outgoing message are written together. Throws the table's own code,
   * `statistics/too-soon`, `statistics/unchanged` and `statistics/changed-meanwhile`.
   */
  async release(person: PersonView, kind: StatisticsKind, digest: string, language: Language): Promise<StatisticsPreview> {
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK);
      const prepared = await this.prepare(kind, await this.earlier(tx, kind));
      const data = releasable(prepared, digest);
      await this.outgoing.submit(tx, { type: 'statistics.published.v1', subject: subjectOf(kind), data });
      const { version, day } = data;
      await tx.insert(StatisticsReleased, { kind, version, day, counted: prepared.counted, releasedBy: person.id });
      await this.audit.note(tx, { action: 'statistics.released', by: person.id, subject: kind, details: { version } });
    });
    await this.outgoing.ring();
    return this.preview(kind, language);
  }

  /**
   * Takes back what was published of this kind: what has not left yet stays here, and about the rest the network is told. The ledger keeps
   * it as released. Throws `statistics/not-public`.
   */
  async withdraw(person: PersonView, kind: StatisticsKind, { reason, purge }: Withdrawal, language: Language): Promise<StatisticsPreview> {
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK);
      const [last] = await this.earlier(tx, kind);
      if (!last || last.withdrawn) throw new Problem('statistics/not-public', 409);
      const subject = subjectOf(kind);
      const target = await this.outgoing.recall(tx, subject);
      if (target.length > 0) await this.outgoing.submit(tx, { type: 'statistics.withdrawn.v1', subject, data: { target, reason, purge } });
      await tx.save(StatisticsReleased, { ...last, withdrawn: { reason, at: new Date().toISOString() } });
      await this.audit.note(tx, {
        action: 'statistics.withdrawn',
        by: person.id,
        subject: kind,
        details: { version: last.version, reason },
      });
    });
    await this.outgoing.ring();
    return this.preview(kind, language);
  }

  private async prepare(kind: StatisticsKind, earlier: readonly StatisticsReleased[]): Promise<Prepared> {
    const { country } = await this.mechanism.own();
    return prepare(kind, await this.recommendations.count(kind, country), earlier, today());
  }

  /** The newest first. */
  private earlier(tx: EntityManager, kind: StatisticsKind): Promise<StatisticsReleased[]> {
    return tx.find(StatisticsReleased, { where: { kind }, order: { version: 'DESC' }, take: 1 });
  }
}

const obstacleOf = ({ result, release, unchanged }: Prepared): string | undefined =>
  result.dropped ?? (release.now ? (unchanged ? 'statistics/unchanged' : undefined) : 'statistics/too-soon');

const releasable = ({ data, digest, result, release, unchanged }: Prepared, wanted: string): NonNullable<Prepared['data']> => {
  if (!data) throw new Problem(result.dropped ?? 'gate/table-not-safe', 422);
  if (!release.now) throw new Problem('statistics/too-soon', 409, { from: release.from });
  if (unchanged) throw new Problem('statistics/unchanged', 409);
  if (digest !== wanted) throw new Problem('statistics/changed-meanwhile', 409);
  return data;
};
