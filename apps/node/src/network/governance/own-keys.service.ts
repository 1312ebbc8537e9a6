import { randomBytes } from 'node:crypto';
import type { RenewableUse } from '@nmirf/contracts/members/key-changes';
import { toBase64url } from '@nmirf/federation/base64url';
import { provePossession } from '@nmirf/federation/possession';
import { mayPublish, type Trust } from '@nmirf/federation/trust';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { LogStore } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { RestrictedFacade } from '../restricted/restricted.facade.js';
import { KEY_CHANGES, OutgoingFacade } from '../sync/outgoing.facade.js';
import { ownKey, type OwnKey } from './own-keys.rules.js';

const ONE_CHANGE = 'own-keys';
const END = Number.MAX_SAFE_INTEGER;
type SignedBy = 'msg' | 'rec';

/** Why a key is taken back, and from which position of the log on nothing of it is to be believed; from now on when left out. */
export interface Revocation {
  readonly kid: string;
  readonly distrustFrom?: number | undefined;
  readonly reason: string;
}

/**
 * What the log must hear from this node about its own keys, and its leaving (docs/protocol.md §8). Every change is a message in the
 * node's queue; it is in force when the log has it. What `rec` signs waits for `DrainWorker.drainWith`.
 */
@Injectable()
export class OwnKeysService {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly store: LogStore,
    private readonly keys: NodeKeysFacade,
    private readonly restricted: RestrictedFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes the key that follows and announces it, by order of a person (`by`) or at the node's command line.
   * Throws `membership/not-in-force` and `key/change-under-way`.
   */
  async rotate(use: RenewableUse, signedBy: SignedBy, by?: string): Promise<void> {
    await this.change(signedBy, async (tx, trust) => {
      await this.announce(tx, trust, use, signedBy);
      await this.audit.note(tx, { action: 'key.rotated', by, subject: this.keys.node, details: { use, signedBy } });
    });
  }

  /**
   * Takes back a key that others may hold, with the recovery key, and brings in another where it was in force.
   * Throws `key/not-found`, `key/revoked-already`, `key/position-ahead`, `membership/not-in-force` and `key/change-under-way`.
   */
  async revoke({ kid, distrustFrom: since, reason }: Revocation): Promise<void> {
    await this.change('rec', async (tx, trust) => {
      const { size } = await this.store.head(tx);
      const distrustFrom = since ?? size;
      const revoked = ownKey(trust, this.keys.node, kid, { distrustFrom, size });
      const data = { kid, distrustFrom, reason };
      if (revoked.isInForce) await this.announce(tx, trust, revoked.use, 'rec');
      await this.outgoing.submit(tx, { type: 'network.key.revoked.v1', subject: this.keys.node, data, signedBy: 'rec' });
      await this.audit.note(tx, { action: 'key.revoked', subject: kid, details: { distrustFrom } });
    });
  }

  /**
   * Makes another key for what is shared with few and announces it. What was sealed to the one before is still read with that one.
   * Throws `membership/not-in-force` and `key/change-under-way`.
   */
  async announceAgreementKey(by?: string): Promise<void> {
    await this.change('msg', async (tx) => {
      if (await this.outgoing.isUnderWay(tx, ['node.agreement-key.v1'], this.keys.node)) throw new Problem('key/change-under-way', 409);
      const data = { key: await this.restricted.makeKey() };
      await this.outgoing.submit(tx, { type: 'node.agreement-key.v1', subject: this.keys.node, data });
      await this.audit.note(tx, { action: 'key.rotated', by, subject: this.keys.node, details: { use: 'agreement' } });
    });
  }

  /** Leaves the network, with the recovery key. Throws `membership/last-of-committee`, `membership/not-in-force` and `key/change-under-way`. */
  async leave(reason?: string): Promise<void> {
    await this.change('rec', async (tx, trust) => {
      if (trust.committee.members.every((id) => id === this.keys.node)) throw new Problem('membership/last-of-committee', 409);
      const data = reason === undefined ? {} : { reason };
      await this.outgoing.submit(tx, { type: 'network.member.left.v1', subject: this.keys.node, data, signedBy: 'rec' });
      await this.audit.note(tx, { action: 'membership.left', subject: this.keys.node });
    });
  }

  private async change(signedBy: SignedBy, make: (tx: EntityManager, trust: Trust) => Promise<void>): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [ONE_CHANGE]);
      const trust = await this.trust.current(tx);
      if (!trust || !mayPublish(trust, this.keys.node, END, signedBy)) throw new Problem('membership/not-in-force', 409);
      if (await this.outgoing.isUnderWay(tx, KEY_CHANGES, this.keys.node)) throw new Problem('key/change-under-way', 409);
      await make(tx, trust);
    });
    if (signedBy === 'msg') await this.outgoing.ring();
  }

  private async announce(tx: EntityManager, trust: Trust, use: OwnKey['use'], signedBy: SignedBy): Promise<void> {
    const next = await this.keys.next(use, trust);
    const nonce = toBase64url(randomBytes(16));
    const claim = { network: trust.networkId, id: this.keys.node, nonce };
    const possession = provePossession(claim, next.publicKey, (bytes) => next.sign(bytes));
    const data = { use, key: next.publicKey, nonce, possession };
    await this.outgoing.submit(tx, { type: 'node.key.rotated.v1', subject: this.keys.node, data, signedBy });
  }
}
