import { type GateContext, prepare, type Prepared } from '@nmirf/anonymisation/gate';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { Language } from '@nmirf/contracts/languages/language';
import type { ReviewDecisions, ReviewView } from '@nmirf/contracts/practices/authoring';
import { createTranslator, problemTexts } from '@nmirf/languages/catalogue';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { MechanismFacade } from '../../foundation/link/mechanism.facade.js';
import { PracticesFacade, type ReviewedPractice } from '../../work/practices/practices.facade.js';
import { AllowedWord } from './allowed-word.entity.js';
import { AttentionService } from './attention.service.js';
import { PracticeReview } from './practice-review.entity.js';
import { decided, learnedFrom, mayRelease, standing } from './publication.rules.js';
import { pseudonymsOf, pseudonymsWithin } from './reviewers.js';

/** The gate's page: what would leave, what was found, and the reviewers' word on it. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly db: DataSource,
    private readonly practices: PracticesFacade,
    private readonly persons: PersonsService,
    private readonly mechanism: MechanismFacade,
    private readonly attention: AttentionService,
  ) {}

  /** Throws `practice/not-found` and `practice/incomplete`. */
  async view(person: PersonView, id: string, language: Language): Promise<ReviewView> {
    const practice = await this.practices.find(id);
    return this.viewOf(practice, person, language, this.db.manager);
  }

  /** Adds decisions to those there are. Needs somebody who is not the last editor. */
  decide(person: PersonView, id: string, { decisions: given }: ReviewDecisions, language: Language): Promise<ReviewView> {
    return this.db.transaction(async (tx) => {
      const practice = await this.practices.lock(tx, id);
      this.practices.assertReviewable(practice, person);
      const decisions = await this.attention.judge(tx, practice, person, given);
      const review = await this.reviewOf(tx, id);
      const reviewers = [...new Set([...review.reviewers, person.id])];
      await tx.save(PracticeReview, { ...review, decisions: decided(review.decisions, decisions, person.id), reviewers });
      await this.learn(tx, practice, person, { decisions });
      return this.viewOf(practice, person, language, tx);
    });
  }

  /** Remembers for the mechanism what was let through and why, and forgets what was hidden. */
  private async learn(tx: EntityManager, practice: ReviewedPractice, person: PersonView, decisions: ReviewDecisions): Promise<void> {
    const at = new Date();
    const { findings } = await this.prepare(tx, practice, person, at.toISOString().slice(0, 10));
    const { remember, forget } = learnedFrom(findings, decisions);
    if (forget.length > 0) await tx.delete(AllowedWord, { word: In(forget) });
    const origin = { allowedBy: person.id, practiceId: practice.id, allowedAt: at };
    for (const [word, reason] of remember) await tx.save(AllowedWord, { word, reason, ...origin });
  }

  /** The gate's answer on the record as it stands now, as `person` would release it on `day`. */
  async prepare(tx: EntityManager, practice: ReviewedPractice, person: PersonView, day: string): Promise<Prepared> {
    const { decisions, reviewers } = await this.reviewOf(tx, practice.id);
    const [staff, { region, names }] = [await this.persons.list(), await this.mechanism.own()];
    const others = { practiceId: Not(practice.id) };
    // What was let through here stays a decision of this practice's, to be seen in its report.
    const allowed = await tx.findBy(AllowedWord, others);
    const released = await tx.find(PracticeReview, {
      select: { practiceId: true, traits: true },
      where: { ...others, traits: Not(IsNull()) },
    });
    const reviewing = [...new Set([...reviewers, person.id])];
    const isNamed = practice.record.attribution === 'mechanism';
    const context: GateContext = {
      region,
      publicNames: names.map(({ value }) => value),
      persons: staff.map(({ name }) => name),
      allowedWords: allowed.map(({ word }) => word),
      released: released.flatMap(({ traits }) => traits ?? []),
      reviewers: isNamed ? await pseudonymsOf(tx, reviewing) : pseudonymsWithin(practice.id, reviewing),
      day,
    };
    return prepare(this.practices.complete(practice), standing(decisions, practice.editedBy), context);
  }

  async reviewOf(tx: EntityManager, practiceId: string): Promise<PracticeReview> {
    const review = await tx.findOneBy(PracticeReview, { practiceId });
    return review ?? { practiceId, decisions: [], reviewers: [], approvedDigest: null, approvedBy: null, day: null, traits: null };
  }

  private async viewOf(practice: ReviewedPractice, person: PersonView, language: Language, tx: EntityManager): Promise<ReviewView> {
    const prepared = await this.prepare(tx, practice, person, new Date().toISOString().slice(0, 10));
    const { summary, report, findings, digest } = prepared;
    const translate = createTranslator(language, ['gate']);
    const { decisions } = await this.reviewOf(tx, practice.id);
    const mine = new Set(decisions.filter(({ by }) => by === person.id).map(({ key }) => key));
    const view: ReviewView = {
      practice: practice.id,
      findings: findings.map((finding) => ({
        ...finding,
        detail: translate(`why.${finding.why}`),
        ...(mine.has(finding.key) && { mine: true }),
      })),
      obstacles: prepared.obstacles.map(({ code, path }) => ({ code, path, detail: problemTexts(language, code)?.detail ?? code })),
      mayRelease: mayRelease(prepared, practice, person),
      ...(summary && { summary }),
      ...(report && { report }),
      ...(digest !== undefined && { digest }),
    };
    return this.attention.show(tx, view, practice, person, language);
  }
}
