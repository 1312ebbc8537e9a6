import type { ProposalDecision, ProposalView, StandingCommittee } from '@nmirf/contracts/network/proposals';
import type { ProposalState, Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { AwaitedFacade } from '../sync/awaited.facade.js';
import { present } from './proposal.rules.js';

const SENT = `
  select subject, data::json ->> 'decision' as decision from outgoing_message
   where type = 'network.decision.v1' and state in ('draft', 'sealed', 'accepted')`;

/** The proposals to the executive committee, the newest first. */
@Injectable()
export class ProposalsQueries {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly keys: NodeKeysFacade,
    private readonly awaited: AwaitedFacade,
  ) {}

  async all(): Promise<ProposalView[]> {
    const known = await this.trust.current(this.db.manager);
    if (!known) return [];
    const trust = await this.awaited.trust(known);
    const sent = await sentWords(this.db.manager);
    return Object.values(trust.proposals)
      .sort((a, b) => b.position - a.position)
      .map((proposal) => present(trust, proposal, this.keys.node, sent.get(subjectOf(proposal.hash))));
  }

  /** Throws `membership/not-in-force` while there is no log here. */
  async committee(): Promise<StandingCommittee> {
    const trust = await this.trust.current(this.db.manager);
    if (!trust) throw new Problem('membership/not-in-force', 409);
    return { members: [...trust.committee.members], thresholds: trust.committee.thresholds };
  }

  /** Throws `proposal/not-found`. */
  async one(hash: string): Promise<ProposalView> {
    const { trust, proposal } = await this.find(hash, this.db.manager);
    return present(trust, proposal, this.keys.node, (await sentWords(this.db.manager)).get(subjectOf(hash)));
  }

  async find(hash: string, tx: EntityManager): Promise<{ readonly trust: Trust; readonly proposal: ProposalState }> {
    const known = await this.trust.current(tx);
    const trust = known && (await this.awaited.trust(known));
    const proposal = trust && Object.hasOwn(trust.proposals, hash) ? trust.proposals[hash] : undefined;
    if (!trust || !proposal) throw new Problem('proposal/not-found', 404);
    return { trust, proposal };
  }
}

/** What a decision's message is about. */
export const subjectOf = (hash: string): string => `proposal:${hash}`;

/** This node's words that are on their way and may not be in the log yet, by what they are about. */
export async function sentWords(tx: EntityManager): Promise<Map<string, ProposalDecision['decision']>> {
  const rows: { subject: string; decision: ProposalDecision['decision'] }[] = await tx.query(SENT);
  return new Map(rows.map(({ subject, decision }) => [subject, decision]));
}
