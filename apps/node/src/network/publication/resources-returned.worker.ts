import type { WithdrawalReason } from '@nmirf/contracts/content/withdrawal';
import { Audit } from '@nmirf/platform/audit/audit';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { ResourcesFacade } from '../../work/resources/resources.facade.js';
import { OutgoingFacade, REFUSED } from '../sync/outgoing.facade.js';
import { ResourceReviewed } from './resource-review.entity.js';

const PREFIX = 'resource:'.length;

/** The latest releases of resources that the hub refused and nobody has brought back yet. */
const REFUSED_RELEASES = `
  select m.id as message, m.subject from outgoing_message m join resource r on r.public_id = substr(m.subject, ${PREFIX + 1})::uuid
   where m.state = 'refused' and m.type = 'resource.published.v1' and (m.data::json ->> 'version')::int = r.public_version
     and not exists (select from outgoing_message newer where newer.subject = m.subject and newer.type = m.type and newer.id > m.id)`;

const TAKEN_DOWN = `
  select t.subject, t.reason, t.at from replica_tombstone t join resource r on r.public_id = substr(t.subject, ${PREFIX + 1})::uuid
   where t.source = $1 and t.why = 'erased' and t.subject like 'resource:%'`;

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
      const refused: { message: string; subject: string }[] = await tx.query(REFUSED_RELEASES);
      for (const { message, subject } of refused) await this.sendBack(tx, message, subject);
    });
  }

  @OnBell('takedowns', { sweep: true })
  async heed(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const taken: { subject: string; reason: WithdrawalReason; at: Date }[] = await tx.query(TAKEN_DOWN, [this.keys.node]);
      for (const { subject, reason, at } of taken) {
        const published = subject.slice(PREFIX);
        const resource = await this.resources.lockPublic(tx, published);
        const withdrawn = { resource: published, why: 'erased', reason, purge: true, at: at.toISOString() } as const;
        if (resource) await this.resources.markWithdrawn(tx, resource, withdrawn);
      }
    });
  }

  private async sendBack(tx: EntityManager, message: string, subject: string): Promise<void> {
    const resource = await this.resources.lockPublic(tx, subject.slice(PREFIX));
    if (!resource) return;
    const standing = await this.outgoing.standing(tx, subject);
    await this.resources.markSentBack(tx, resource, { message, at: new Date().toISOString() }, standing);
    await tx.update(ResourceReviewed, { resourceId: resource.id }, { approvedDigest: null, approvedBy: null });
    await this.audit.note(tx, { action: 'resource.sent-back', subject: resource.id, details: { message } });
  }
}
