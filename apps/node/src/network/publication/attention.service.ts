import { plantedName, type PlantedName } from '@nmirf/anonymisation/attention';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { AttentionList, ReviewerAttention } from '@nmirf/contracts/practices/attention';
import type { ReviewDecisions, ReviewView } from '@nmirf/contracts/practices/authoring';
import type { Language } from '@nmirf/contracts/languages/language';
import { problemTexts } from '@nmirf/languages/catalogue';
import { Problem } from '@nmirf/platform/http/problem';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReviewedPractice } from '../../work/practices/practices.facade.js';
import { noticedIn, UNDECIDED, withPlanted } from './attention.rules.js';
import { PlantedNameMet } from './planted-name.entity.js';

export const PLANT_ONE_IN = Symbol('plant one in');

type Decisions = ReviewDecisions['decisions'];
interface Met {
  readonly planted: PlantedName;
  /** Undefined while it waits for a word. */
  readonly noticed: boolean | undefined;
}

const FIGURES = `
  select person.id, person.name, count(*)::int as met, count(*) filter (where n.noticed)::int as noticed
    from planted_name n join person on person.id = n.person_id where $1::uuid is null or person.id = $1
   group by person.id, person.name order by person.name, person.id`;

/** Plants invented names before reviewers now and then, and counts how many of them are noticed. */
@Injectable()
export class AttentionService {
  constructor(
    private readonly db: DataSource,
    @Inject(PLANT_ONE_IN) private readonly oneIn: number,
  ) {}

  /** The gate's page as this person is to see it. */
  async show(tx: EntityManager, view: ReviewView, practice: ReviewedPractice, person: PersonView, language: Language): Promise<ReviewView> {
    const met = await this.met(tx, practice, person);
    if (met === undefined) return view;
    const { planted, noticed } = met;
    if (noticed !== undefined) return { ...view, planted: { name: planted.name, noticed } };
    return withPlanted(view, planted, problemTexts(language, UNDECIDED.code)?.detail ?? UNDECIDED.code);
  }

  /** Takes the word on a planted name out of a reviewer's decisions and counts it; answers the others. */
  async judge(tx: EntityManager, practice: ReviewedPractice, person: PersonView, decisions: Decisions): Promise<Decisions> {
    const met = await this.met(tx, practice, person);
    if (met === undefined) return decisions;
    const noticed = noticedIn(decisions, met.planted);
    if (noticed !== undefined && met.noticed === undefined)
      await tx.insert(PlantedNameMet, { ...keyOf(practice, person), noticed, decidedAt: new Date() });
    return decisions.filter(({ key }) => key !== met.planted.finding.key);
  }

  /** Throws `practice/not-releasable` while a name that is planted before this person waits for a word. */
  async assertJudged(tx: EntityManager, practice: ReviewedPractice, person: PersonView): Promise<void> {
    const met = await this.met(tx, practice, person);
    if (met !== undefined && met.noticed === undefined) throw new Problem('practice/not-releasable', 422, {}, { errors: [UNDECIDED] });
  }

  /** A reviewer's own figures, or everybody's for who oversees them. */
  async figures({ id, permissions }: PersonView): Promise<AttentionList> {
    const whose = permissions.includes('review:oversee') ? null : id;
    const rows: (ReviewerAttention['person'] & Omit<ReviewerAttention, 'person'>)[] = await this.db.query(FIGURES, [whose]);
    return { oneIn: this.oneIn, items: rows.map(({ id: of, name, met, noticed }) => ({ person: { id: of, name }, met, noticed })) };
  }

  private async met(tx: EntityManager, practice: ReviewedPractice, person: PersonView): Promise<Met | undefined> {
    const mayJudge = practice.state === 'in-review' && practice.editedBy !== person.id && person.permissions.includes('practice:review');
    if (!mayJudge) return undefined;
    const { originalLanguage, summary } = practice.record;
    const written = summary?.find(({ language }) => language === originalLanguage)?.text ?? '';
    const key = keyOf(practice, person);
    const planted = plantedName(Object.values(key).join(' '), this.oneIn, written, originalLanguage);
    return planted && { planted, noticed: (await tx.findOneBy(PlantedNameMet, key))?.noticed };
  }
}

const keyOf = ({ id, publicVersion }: ReviewedPractice, person: PersonView) => ({
  ...{ practiceId: id, personId: person.id, afterVersion: publicVersion ?? 0 },
});
