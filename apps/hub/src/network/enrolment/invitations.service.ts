import { randomBytes, randomUUID } from 'node:crypto';
import type { Invitation as InvitationFile, InvitationDraft } from '@nmirf/contracts/network/enrolment';
import { toBase64url } from '@nmirf/federation/base64url';
import { tokenHash } from '@nmirf/federation/enrolment';
import { type Trust, epochAfter } from '@nmirf/federation/trust';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { logKeyOf } from '@nmirf/replica/log/evidence';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ENROLMENT_OPTIONS, type EnrolmentOptions } from './enrolment-options.js';
import { Invitation } from './invitation.entity.js';
import { assertIssuable, assertWithdrawable, expiryOf } from './invitation.rules.js';

/** Invitations: one officer prepares, another issues, and the token leaves once. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly audit: Audit,
    @Inject(ENROLMENT_OPTIONS) private readonly options: EnrolmentOptions,
  ) {}

  /** Answers the id. Throws `network/not-founded`, and `invitation/wrong-epoch` for a node that is a member in that epoch. */
  async prepare(officer: string, { node, mechanism, epoch }: InvitationDraft): Promise<string> {
    const trust = await this.founded(this.db.manager);
    const expected = epochAfter(trust, node);
    if (epoch !== expected) throw new Problem('invitation/wrong-epoch', 409, { node, expected });
    const id = randomUUID();
    await this.db.transaction(async (tx) => {
      await tx.insert(Invitation, { id, node, mechanism, epoch, preparedBy: officer, preparedAt: new Date() });
      await this.audit.note(tx, { action: 'invitation.prepared', by: officer, subject: id, details: { node } });
    });
    return id;
  }

  /**
   * Makes the token and the file that carries it out of band; neither can be had a second time. Throws `invitation/not-found`,
   * `invitation/not-prepared` and `invitation/second-officer-needed`.
   */
  issue(officer: string, id: string): Promise<InvitationFile> {
    return this.db.transaction(async (tx) => {
      const [trust, prepared, issuedAt] = [await this.founded(tx), await lockInvitation(tx, id), new Date()];
      assertIssuable(prepared, officer, issuedAt);
      const token = toBase64url(randomBytes(32));
      const expiresAt = expiryOf(issuedAt);
      await tx.update(Invitation, { id }, { issuedBy: officer, issuedAt, expiresAt, tokenHash: Buffer.from(tokenHash(token)) });
      const { node, mechanism, epoch } = prepared;
      await this.audit.note(tx, { action: 'invitation.issued', by: officer, subject: id, details: { node } });
      return {
        ...{ nmirf: 'invitation/1', id, hub: this.options.publicUrl, network: trust.networkId, logKey: logKeyOf(trust) },
        ...{ node, mechanism, token, epoch, expiresAt: expiresAt.toISOString() },
      };
    });
  }

  /** Nobody can enrol with it any more. Throws `invitation/not-found` and `invitation/not-open`. */
  withdraw(officer: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = new Date();
      const invitation = await lockInvitation(tx, id);
      assertWithdrawable(invitation, now);
      await tx.update(Invitation, { id }, { withdrawnAt: now });
      await this.audit.note(tx, { action: 'invitation.withdrawn', by: officer, subject: id, details: { node: invitation.node } });
    });
  }

  private async founded(tx: EntityManager): Promise<Trust> {
    const trust = await this.trust.current(tx);
    if (!trust) throw new Problem('network/not-founded', 409);
    return trust;
  }
}

async function lockInvitation(tx: EntityManager, id: string): Promise<Invitation> {
  const invitation = await tx.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!invitation) throw new Problem('invitation/not-found', 404);
  return invitation;
}
