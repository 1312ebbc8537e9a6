import { Audit } from '@nmirf/platform/audit/audit';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PracticesFacade } from '../../work/practices/practices.facade.js';
import { OutgoingFacade, REFUSED } from '../sync/outgoing.facade.js';
import { PracticeReview } from './practice-review.entity.js';

interface Refused {
  readonly message: string;
  readonly subject: string;
}

/** The latest releases of practices that the hub refused and nobody has brought back yet. */
const TO_BRING_BACK = `
  select m.id as message, m.subject from outgoing_message m join practice p on p.public_id = substr(m.subject, 10)::uuid
   where m.state = 'refused' and m.type = 'practice.published.v1' and (m.data::json ->> 'version')::int = p.public_version
     and not exists (select from outgoing_message newer where newer.subject = m.subject and newer.type = m.type and newer.id > m.id)`;

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
      const refused: Refused[] = await tx.query(TO_BRING_BACK);
      for (const one of refused) await this.write(tx, one);
    });
  }

  private async write(tx: EntityManager, { message, subject }: Refused): Promise<void> {
    const practice = await this.practices.lockPublic(tx, subject.slice('practice:'.length));
    if (!practice) return;
    const standing = await this.outgoing.standing(tx, subject);
    await this.practices.markSentBack(tx, practice, { message, at: new Date().toISOString() }, standing);
    // What is not public is nothing that other practices could look like.
    const review = { approvedDigest: null, approvedBy: null, ...(standing === undefined && { traits: null }) };
    await tx.update(PracticeReview, { practiceId: practice.id }, review);
    await this.audit.note(tx, { action: 'practice.sent-back', subject: practice.id, details: { message } });
  }
}
