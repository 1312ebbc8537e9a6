import { prepareResource, type PreparedResource } from '@nmirf/anonymisation/resource-gate';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { Language } from '@nmirf/contracts/languages/language';
import type { ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import type { ResourceReview } from '@nmirf/contracts/resources/authoring';
import { createTranslator, problemTexts } from '@nmirf/languages/catalogue';
import { Files } from '@nmirf/platform/files/files';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MechanismFacade } from '../../foundation/link/mechanism.facade.js';
import { ResourcesFacade, type ReviewedResource } from '../../work/resources/resources.facade.js';
import { RestrictedFacade } from '../restricted/restricted.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { AllowedWord } from './allowed-word.entity.js';
import { isForNobodyElse, leavesOut } from './audience.rules.js';
import { decided, mayRelease, standing } from './publication.rules.js';
import { ResourceReviewed } from './resource-review.entity.js';
import { pseudonymsOf } from './reviewers.js';

const today = (): string => new Date().toISOString().slice(0, 10);

/** The gate's page of a resource: what would leave, what was found in its texts, and the reviewers' word on it. */
@Injectable()
export class ResourceReviewService {
  constructor(
    private readonly db: DataSource,
    private readonly resources: ResourcesFacade,
    private readonly persons: PersonsService,
    private readonly mechanism: MechanismFacade,
    private readonly files: Files,
    private readonly outgoing: OutgoingFacade,
    private readonly restricted: RestrictedFacade,
  ) {}

  /** Throws `resource/not-found`. */
  async view(person: PersonView, id: string, language: Language): Promise<ResourceReview> {
    return this.viewOf(this.db.manager, await this.resources.find(id), person, language);
  }

  /** Adds decisions to those there are. Needs somebody who is not the last editor. */
  decide(person: PersonView, id: string, { decisions }: ReviewDecisions, language: Language): Promise<ResourceReview> {
    return this.db.transaction(async (tx) => {
      const resource = await this.resources.lock(tx, id);
      this.resources.assertReviewable(resource, person);
      const review = await this.reviewOf(tx, id);
      const reviewers = [...new Set([...review.reviewers, person.id])];
      await tx.save(ResourceReviewed, { ...review, decisions: decided(review.decisions, decisions, person.id), reviewers });
      return this.viewOf(tx, resource, person, language);
    });
  }

  /** The gate's answer on the resource as it stands now, as `person` would release it. */
  async prepare(tx: EntityManager, resource: ReviewedResource, person: PersonView): Promise<PreparedResource> {
    const { id, record, editedBy } = resource;
    const { decisions, reviewers } = await this.reviewOf(tx, id);
    const [staff, { country, names }] = [await this.persons.list(), await this.mechanism.own()];
    const allowed = await tx.find(AllowedWord);
    const prepared = prepareResource(record, standing(decisions, editedBy), {
      country,
      traces: await this.files.tracesOf(record.files),
      publicNames: names.map(({ value }) => value),
      persons: staff.map(({ name }) => name),
      allowedWords: allowed.map(({ word }) => word),
      reviewers: await pseudonymsOf(tx, [...new Set([...reviewers, person.id])]),
      day: today(),
    });
    return { ...prepared, obstacles: [...prepared.obstacles, ...(await this.ofAudience(tx, resource))] };
  }

  /** Why it cannot go to the readers it is meant for. */
  private async ofAudience(
    tx: EntityManager,
    { publicId, record: { audience } }: ReviewedResource,
  ): Promise<PreparedResource['obstacles']> {
    const earlier = publicId === null ? [] : await this.outgoing.audiences(tx, `resource:${publicId}`);
    const readers = this.restricted.readersOf(audience);
    if (isForNobodyElse(readers)) return [{ code: 'gate/no-other-reader', path: 'audience' }];
    const unreachable = await this.restricted.unreachable(tx, audience);
    return [
      ...(leavesOut(earlier, readers) ? [{ code: 'gate/fewer-readers', path: 'audience' }] : []),
      ...(unreachable.length > 0 ? [{ code: 'gate/no-agreement-key', path: 'audience' }] : []),
    ];
  }

  async reviewOf(tx: EntityManager, resourceId: string): Promise<ResourceReviewed> {
    const review = await tx.findOneBy(ResourceReviewed, { resourceId });
    return review ?? { resourceId, decisions: [], reviewers: [], approvedDigest: null, approvedBy: null };
  }

  private async viewOf(tx: EntityManager, resource: ReviewedResource, person: PersonView, language: Language): Promise<ResourceReview> {
    const prepared = await this.prepare(tx, resource, person);
    const { summary, report, findings, digest, obstacles } = prepared;
    const translate = createTranslator(language, ['gate']);
    const { decisions } = await this.reviewOf(tx, resource.id);
    const mine = new Set(decisions.filter(({ by }) => by === person.id).map(({ key }) => key));
    return {
      resource: resource.id,
      findings: findings.map((found) => ({ ...found, detail: translate(`why.${found.why}`), ...(mine.has(found.key) && { mine: true }) })),
      obstacles: obstacles.map(({ code, path }) => ({ code, path, detail: problemTexts(language, code)?.detail ?? code })),
      mayRelease: mayRelease(prepared, resource, person),
      ...(summary && { summary }),
      ...(report && { report }),
      ...(digest !== undefined && { digest }),
    };
  }
}
