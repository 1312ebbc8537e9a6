import type { Withdrawal } from '@nmirf/contracts/content/withdrawal';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import { Audit } from '@nmirf/platform/audit/audit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PracticesFacade } from '../../work/practices/practices.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';

/** Takes back what this mechanism has published. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly db: DataSource,
    private readonly practices: PracticesFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /**
   * Withdraws every version: what has not left yet stays here, and about the rest the network is told. The record stays at the mechanism.
   * Throws `practice/not-public`.
   */
  async withdraw(person: PersonView, id: string, { reason, purge }: Withdrawal): Promise<PracticeView> {
    const view = await this.db.transaction(async (tx) => {
      const practice = await this.practices.lock(tx, id);
      this.practices.assertWithdrawable(practice, person);
      const published = practice.publicId!;
      const subject = `practice:${published}`;
      const target = await this.outgoing.recall(tx, subject);
      if (target.length > 0) await this.outgoing.submit(tx, { type: 'practice.withdrawn.v1', subject, data: { target, reason, purge } });
      await this.audit.note(tx, { action: 'practice.withdrawn', by: person.id, subject: id, details: { practice: published, reason } });
      const at = new Date().toISOString();
      return this.practices.markWithdrawn(tx, practice, { practice: published, why: 'withdrawn', reason, purge, at });
    });
    await this.outgoing.ring();
    return view;
  }
}
