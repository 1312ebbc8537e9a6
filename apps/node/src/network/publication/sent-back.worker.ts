import { Audit } from '@nmirf/platform/audit/audit';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PracticesFacade } from '../../work/practices/practices.facade.js';
import { OutgoingFacade, REFUSED } from '../sync/outgoing.facade.js';
import { PracticeReview } from './practice-review.entity.js';
import { publicIdOf, type Refused, refusedReleases } from './returned.js';

/** Brings back to work what the hub refused: what was released is public no more than its last version that the hub took. */
@Injectable()
export class SentBackWorker {
  constructor(
    private readonly db: DataSource,
    private readonly practices: PracticesFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  @OnBell(REFUSED, { sweep: true })
  async bringBack(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const one of await refusedReleases(tx, 'practice')) await this.write(tx, one);
    });
  }

  private async write(tx: EntityManager, { message, subject }: Refused): Promise<void> {
    const practice = await this.practices.lockPublic(tx, publicIdOf('practice', subject));
    if (!practice) return;
    const standing = await this.outgoing.standing(tx, subject);
    await this.practices.markSentBack(tx, practice, { message, at: new Date().toISOString() }, standing);
    // What is not public is nothing that other practices could look like.
    const review = { approvedDigest: null, approvedBy: null, ...(standing === undefined && { traits: null }) };
    await tx.update(PracticeReview, { practiceId: practice.id }, review);
    await this.audit.note(tx, { action: 'practice.sent-back', subject: practice.id, details: { message } });
  }
}
