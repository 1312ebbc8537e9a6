import { randomUUID } from 'node:crypto';
import { traitsOf } from '@nmirf/anonymisation/anonymity';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import { Audit } from '@nmirf/platform/audit/audit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PracticesFacade } from '../../work/practices/practices.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { AttentionService } from './attention.service.js';
import { PracticeReview } from './practice-review.entity.js';
import { publicationOf } from './publication.rules.js';
import { ReviewService } from './review.service.js';

/** The only way out of a mechanism. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly db: DataSource,
    private readonly practices: PracticesFacade,
    private readonly reviews: ReviewService,
    private readonly attention: AttentionService,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /**
   * Releases exactly the text whose digest is `digest`: the gate runs again on the record as it stands, and state, approval and outgoing
   * message are written together. Throws `practice/second-person-needed`, `practice/not-releasable` and `practice/review-outdated`.
   */
  async release(person: PersonView, id: string, digest: string): Promise<PracticeView> {
    const released = await this.db.transaction(async (tx) => {
      const practice = await this.practices.lock(tx, id);
      this.practices.assertReleasable(practice, person);
      await this.attention.assertJudged(tx, practice, person);
      const at = new Date();
      const day = at.toISOString().slice(0, 10);
      const prepared = await this.reviews.prepare(tx, practice, person, day);
      const data = publicationOf(prepared, digest, practice, randomUUID);
      const title = data.summary.title.find(({ language }) => language === data.summary.originalLanguage)?.text;
      const subject = `practice:${data.practice}`;
      await this.outgoing.submit(tx, { type: 'practice.published.v1', subject, data, ...(title !== undefined && { title }) });
      const review = await this.reviews.reviewOf(tx, id);
      const approved = { reviewers: [], approvedDigest: digest, approvedBy: person.id, day };
      await tx.save(PracticeReview, { ...review, ...approved, traits: traitsOf(this.practices.complete(practice)) });
      await this.audit.note(tx, { action: 'practice.released', by: person.id, subject: id, details: { practice: data.practice, digest } });
      return this.practices.markReleased(tx, practice, person, { publicId: data.practice, version: data.version, at });
    });
    await this.outgoing.ring();
    return released;
  }
}
