import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EnrolmentAnswer, EnrolmentRequest } from '@nmirf/contracts/network/enrolment';
import { isBound, openEnrolment } from '@nmirf/federation/enrolment';
import { fingerprint } from '@nmirf/federation/keys';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { hmacSha256 } from '@nmirf/federation/crypto';
import { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Enrolment } from './enrolment.entity.js';
import { ENROLMENT_OPTIONS, type EnrolmentOptions } from './enrolment-options.js';
import { Invitation } from './invitation.entity.js';
import { stateOfInvitation } from './invitation.rules.js';
import { isFresh, makeNonce, NONCE_SECONDS } from './nonce.rules.js';

const invalid = (): Problem => new Problem('invitation-invalid', 403, {}, { retry: 'never' });

/** Takes in a node that shows its invitation. Wrong, used, expired and unknown invitations get one same answer. */
@Injectable()
export class ReceptionService {
  private readonly secret: Uint8Array;

  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    @Inject(ENROLMENT_OPTIONS) { secret }: EnrolmentOptions,
  ) {
    this.secret = hmacSha256(Buffer.from(secret), Buffer.from('nmirf enrolment nonce'));
  }

  nonce(now: Date): { readonly nonce: string; readonly expiresAt: string } {
    const seconds = Math.floor(now.getTime() / 1_000);
    const expiresAt = new Date((seconds + NONCE_SECONDS) * 1_000).toISOString();
    return { nonce: makeNonce(this.secret, seconds, randomBytes(12)), expiresAt };
  }

  /**
   * Notes an enrolment and uses the invitation up; the same keys again get the same answer, for the first one may have been lost.
   * Throws `invitation-invalid`, and the problems of form, signature and proof before any invitation is looked at.
   */
  async receive(jws: string, now: Date): Promise<EnrolmentAnswer> {
    const request = await this.open(jws, now);
    const id = await this.db.transaction((tx) => this.admit(tx, request, now));
    if (id === undefined) throw invalid();
    return { enrolment: id, fingerprint: fingerprint(request.keys.msg) };
  }

  private async open(jws: string, now: Date): Promise<EnrolmentRequest> {
    const trust = await this.trust.current(this.db.manager);
    if (!trust) throw invalid();
    try {
      const request = openEnrolment(jws, trust.networkId);
      if (!isFresh(this.secret, request.nonce, now.getTime() / 1_000)) throw new ProtocolProblem('proof-invalid');
      return request;
    } catch (error) {
      if (!(error instanceof ProtocolProblem)) throw error;
      const { code, status, retry } = error;
      throw new Problem(code, status, {}, { retry });
    }
  }

  /** Undefined when the invitation does not let this request in; a wrong try is counted, so it must not be undone. */
  private async admit(tx: EntityManager, request: EnrolmentRequest, now: Date): Promise<string | undefined> {
    const invitation = await tx.findOne(Invitation, { where: { id: request.invitation }, lock: { mode: 'pessimistic_write' } });
    if (!invitation?.tokenHash) return undefined;
    const state = stateOfInvitation(invitation, now);
    if (state !== 'issued' && state !== 'used') return undefined;
    const isHolder = isBound(request, invitation.tokenHash) && matches(invitation, request);
    if (!isHolder) {
      await tx.increment(Invitation, { id: invitation.id }, 'tries', 1);
      return undefined;
    }
    return state === 'used' ? this.again(tx, request) : this.note(tx, invitation, request, now);
  }

  private async note(tx: EntityManager, { id: invitation, epoch }: Invitation, request: EnrolmentRequest, now: Date): Promise<string> {
    const id = randomUUID();
    await tx.insert(Enrolment, { id, invitation, node: request.id, epoch, request, receivedAt: now });
    await tx.update(Invitation, { id: invitation }, { usedAt: now });
    return id;
  }

  private async again(tx: EntityManager, { invitation, keys }: EnrolmentRequest): Promise<string | undefined> {
    const known = await tx.findOneBy(Enrolment, { invitation });
    return known && isDeepStrictEqual(known.request.keys, keys) ? known.id : undefined;
  }
}

/** The invitation is for this mechanism and nobody else. */
const matches = ({ node, mechanism }: Invitation, request: EnrolmentRequest): boolean =>
  node === request.id && isDeepStrictEqual(mechanism, request.mechanism);
