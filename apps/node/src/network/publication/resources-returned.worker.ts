import { Audit } from '@nmirf/platform/audit/audit';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { ResourcesFacade } from '../../work/resources/resources.facade.js';
import { OutgoingFacade, REFUSED } from '../sync/outgoing.facade.js';
import { ResourceReviewed } from './resource-review.entity.js';
import { publicIdOf, refusedReleases, takenDown } from './returned.js';

/** Brings back to work what the hub refused of resources, and what the network took down. */
@Injectable()
export class ResourcesReturnedWorker {
  constructor(
    private readonly db: DataSource,
    private readonly keys: NodeKeysFacade,
    private readonly resources: ResourcesFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  @OnBell(REFUSED, { sweep: true })
  async bringBack(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const { message, subject } of await refusedReleases(tx, 'resource')) await this.sendBack(tx, message, subject);
    });
  }

  @OnBell('takedowns', { sweep: true })
  async heed(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const { subject, reason, at } of await takenDown(tx, 'resource', this.keys.node)) {
        const published = publicIdOf('resource', subject);
        const resource = await this.resources.lockPublic(tx, published);
        const withdrawn = { resource: published, why: 'erased', reason, purge: true, at: at.toISOString() } as const;
        if (resource) await this.resources.markWithdrawn(tx, resource, withdrawn);
      }
    });
  }

  private async sendBack(tx: EntityManager, message: string, subject: string): Promise<void> {
    const resource = await this.resources.lockPublic(tx, publicIdOf('resource', subject));
    if (!resource) return;
    const standing = await this.outgoing.standing(tx, subject);
    await this.resources.markSentBack(tx, resource, { message, at: new Date().toISOString() }, standing);
    await tx.update(ResourceReviewed, { resourceId: resource.id }, { approvedDigest: null, approvedBy: null });
    await this.audit.note(tx, { action: 'resource.sent-back', subject: resource.id, details: { message } });
  }
}
