import type { ProposalDecision, ProposalView } from '@nmirf/contracts/network/proposals';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { assertMayDecide, present } from './proposal.rules.js';
import { ProposalsQueries, sentWords, subjectOf } from './proposals.queries.js';

const ONE_WORD = 'decide';

/** The committee member's word on a proposal. It holds a hash and a choice, nothing of the mechanism's own. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: ProposalsQueries,
    private readonly keys: NodeKeysFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /**
   * Sends the word on its way, said by a person (`by`) or at the node's command line; it cannot be taken back. Answers the proposal as
   * this node then sees it. Throws `proposal/not-found`, `proposal/not-in-committee`, `proposal/settled`, `proposal/about-itself` and
   * `proposal/decided-already`.
   */
  async decide(hash: string, decision: ProposalDecision['decision'], by?: string): Promise<ProposalView> {
    const decided = await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [ONE_WORD]);
      const { trust, proposal } = await this.proposals.find(hash, tx);
      assertMayDecide(trust, proposal, this.keys.node);
      const subject = subjectOf(hash);
      if ((await sentWords(tx)).has(subject)) throw new Problem('proposal/decided-already', 409);
      await this.outgoing.submit(tx, { type: 'network.decision.v1', subject, data: { subject: hash, decision } });
      await this.audit.note(tx, { action: 'proposal.decided', by, subject: hash, details: { decision } });
      // Not asked for again: a server that becomes the hub by this very word holds the proposal no more, and the log here not yet.
      return present(trust, proposal, this.keys.node, decision);
    });
    await this.outgoing.ring();
    return decided;
  }
}
