import type { Takedown } from '@nmirf/contracts/content/withdrawal';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { ContentFacade } from '@nmirf/replica/content/content.facade';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { assertMayPropose } from './takedown.rules.js';

/** A committee member's proposal to take another mechanism's content down. It holds hashes and a code, and no words. */
@Injectable()
export class TakedownsService {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly content: ContentFacade,
    private readonly keys: NodeKeysFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /** Throws `content/not-found`, `proposal/not-in-committee`, `takedown/own-content` and `takedown/proposed-already`. */
  async propose({ subject, reason }: Takedown, by: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
      const trust = await this.trust.current(tx);
      const published = await this.content.published(tx, subject);
      if (!trust || !published) throw new Problem('content/not-found', 404);
      const { id, target } = published;
      assertMayPropose(trust, id, subject, this.keys.node);
      if (await this.outgoing.isUnderWay(tx, ['network.takedown.v1'], subject)) throw new Problem('takedown/proposed-already', 409);
      await this.outgoing.submit(tx, { type: 'network.takedown.v1', subject, data: { id, subject, target, reason } });
      await this.audit.note(tx, { action: 'takedown.proposed', by, subject, details: { reason } });
    });
    await this.outgoing.ring();
  }
}
