import type { StatusProposal } from '@nmirf/contracts/network/proposals';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { assertMayProposeStatus } from './proposal.rules.js';

const TYPE = 'network.status.proposed.v1';

/** A committee member's proposal to suspend another member, to end that, or to revoke it. */
@Injectable()
export class StatusProposalsService {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly keys: NodeKeysFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /**
   * Sends the proposal, made by a person (`by`) or at the node's command line. Throws `membership/not-in-force`,
   * `proposal/not-in-committee`, `proposal/made-already`, and `proposal/` with the reason for which the log would refuse it.
   */
  async propose(proposal: StatusProposal, by?: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [proposal.id]);
      const trust = await this.trust.current(tx);
      if (!trust) throw new Problem('membership/not-in-force', 409);
      assertMayProposeStatus(trust, proposal, this.keys.node);
      if (await this.outgoing.isUnderWay(tx, [TYPE], proposal.id)) throw new Problem('proposal/made-already', 409);
      await this.outgoing.submit(tx, { type: TYPE, subject: proposal.id, data: proposal });
      await this.audit.note(tx, { action: 'proposal.made', by, subject: proposal.id, details: { status: proposal.status } });
    });
    await this.outgoing.ring();
  }
}
