import type { EntityManager } from 'typeorm';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { Bells } from '@nmirf/platform/queue/bell';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnrolmentApproval } from './enrolment-approval.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { assertApprovable, assertWaiting, type EnrolmentFacts } from './enrolment.rules.js';
import { PROPOSE } from './proposing.worker.js';

/** The officers' word on an enrolment: two compare the fingerprint with the mechanism's contact, then the hub proposes it. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly db: DataSource,
    private readonly bells: Bells,
    private readonly audit: Audit,
  ) {}

  /** Throws `enrolment/not-found`, `enrolment/not-waiting` and `enrolment/second-officer-needed`. */
  async approve(officer: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      assertApprovable(await lockFacts(tx, id), officer);
      await tx.insert(EnrolmentApproval, { enrolment: id, person: officer, approvedAt: new Date() });
      await this.audit.note(tx, { action: 'enrolment.approved', by: officer, subject: id });
    });
    await this.bells.ring(PROPOSE);
  }

  /** Ends the enrolment; the mechanism needs a new invitation. Throws `enrolment/not-found` and `enrolment/not-waiting`. */
  refuse(officer: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      assertWaiting(await lockFacts(tx, id));
      await tx.update(Enrolment, { id }, { refusedBy: officer, refusedAt: new Date(), refusedWhy: reason });
      await this.audit.note(tx, { action: 'enrolment.refused', by: officer, subject: id });
    });
  }
}

async function lockFacts(tx: EntityManager, id: string): Promise<EnrolmentFacts> {
  const enrolment = await tx.findOne(Enrolment, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!enrolment) throw new Problem('enrolment/not-found', 404);
  const approvals = await tx.findBy(EnrolmentApproval, { enrolment: id });
  return { ...enrolment, approvedBy: approvals.map(({ person }) => person) };
}
