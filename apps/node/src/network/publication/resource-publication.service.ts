import { randomUUID } from 'node:crypto';
import type { Withdrawal } from '@nmirf/contracts/content/withdrawal';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { ResourceRelease, ResourceView } from '@nmirf/contracts/resources/authoring';
import type { ResourcePublished } from '@nmirf/contracts/resources/resource';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResourcesFacade, type ReviewedResource } from '../../work/resources/resources.facade.js';
import { RestrictedFacade } from '../restricted/restricted.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { ResourceReviewed } from './resource-review.entity.js';
import { ResourceReviewService } from './resource-review.service.js';

/** Publishes a mechanism's resources, and takes them back. */
@Injectable()
export class ResourcePublicationService {
  constructor(
    private readonly db: DataSource,
    private readonly resources: ResourcesFacade,
    private readonly reviews: ResourceReviewService,
    private readonly restricted: RestrictedFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /**
   * Releases exactly the texts and files whose digest is `digest`; it leaves when the hub has the files. Throws
   * `resource/second-person-needed`, `resource/not-releasable` and `resource/review-outdated`.
   */
  async release(person: PersonView, id: string, { digest }: ResourceRelease): Promise<ResourceView> {
    const released = await this.db.transaction(async (tx) => {
      const resource = await this.resources.lock(tx, id);
      this.resources.assertReleasable(resource, person);
      const data = await this.publicationOf(tx, resource, person, digest);
      const { title, originalLanguage } = data.summary;
      const subject = `resource:${data.resource}`;
      const shown = title.find(({ language }) => language === originalLanguage)?.text;
      const message = await this.restricted.messageOf(tx, data, resource.record.audience);
      await this.outgoing.submit(tx, { ...message, subject, ...(shown !== undefined && { title: shown }) });
      const review = await this.reviews.reviewOf(tx, id);
      await tx.save(ResourceReviewed, { ...review, reviewers: [], approvedDigest: digest, approvedBy: person.id });
      const details = { resource: data.resource, digest, files: message.files.length };
      await this.audit.note(tx, { action: 'resource.released', by: person.id, subject: id, details });
      return this.resources.markReleased(tx, resource, { resource: data.resource, version: data.version, at: new Date() });
    });
    await this.outgoing.ring();
    return released;
  }

  /** Withdraws every version. With `purge`, every copy of text and files is erased. Throws `resource/not-public`. */
  async withdraw(person: PersonView, id: string, { reason, purge }: Withdrawal): Promise<ResourceView> {
    const view = await this.db.transaction(async (tx) => {
      const resource = await this.resources.lock(tx, id);
      this.resources.assertWithdrawable(resource, person);
      const published = resource.publicId!;
      const subject = `resource:${published}`;
      const target = await this.outgoing.recall(tx, subject);
      if (target.length > 0) await this.outgoing.submit(tx, { type: 'resource.withdrawn.v1', subject, data: { target, reason, purge } });
      await this.audit.note(tx, { action: 'resource.withdrawn', by: person.id, subject: id, details: { resource: published, reason } });
      const at = new Date().toISOString();
      return this.resources.markWithdrawn(tx, resource, { resource: published, why: 'withdrawn', reason, purge, at });
    });
    await this.outgoing.ring();
    return view;
  }

  private async publicationOf(
    tx: EntityManager,
    resource: ReviewedResource,
    person: PersonView,
    digest: string,
  ): Promise<ResourcePublished> {
    const { summary, report, obstacles, digest: prepared } = await this.reviews.prepare(tx, resource, person);
    if (obstacles.length > 0 || !summary || !report)
      throw new Problem('resource/not-releasable', 422, {}, { errors: obstacles.map(({ code, path }) => ({ code, path })) });
    if (prepared !== digest) throw new Problem('resource/review-outdated', 409);
    return { resource: resource.publicId ?? randomUUID(), version: (resource.publicVersion ?? 0) + 1, summary, report };
  }
}
