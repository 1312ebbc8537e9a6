import type { DataOf } from '@nmirf/contracts/network/message-types';
import type { CommitteeProposal, HubProposal, StatusProposal } from '@nmirf/contracts/network/proposals';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { assertMayPropose, type ProposableType } from './proposing.rules.js';

interface Made<Type extends ProposableType> {
  readonly type: Type;
  /** The member it is about, or what of the network. */
  readonly subject: string;
  readonly data: DataOf<Type>;
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * What a committee member proposes to the others, made by a person (`by`) or at the node's command line. Each proposal throws
 * `membership/not-in-force`, `proposal/not-in-committee`, `proposal/made-already`, and `proposal/` with the reason for which the log would
 * refuse it.
 */
@Injectable()
export class ProposingService {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly keys: NodeKeysFacade,
    private readonly outgoing: OutgoingFacade,
    private readonly audit: Audit,
  ) {}

  /** To suspend another member, to end that, or to revoke it. */
  status(data: StatusProposal, by?: string): Promise<void> {
    return this.make({ type: 'network.status.proposed.v1', subject: data.id, data, details: { status: data.status } }, by);
  }

  /** Other members of the committee, or other thresholds: the whole committee as it is to be. */
  committee(data: CommitteeProposal, by?: string): Promise<void> {
    return this.make(
      { type: 'network.committee.proposed.v1', subject: 'committee', data, details: { members: data.committee.length } },
      by,
    );
  }

  /** Another server as the hub, by the file it wrote. Also throws `hub/other-network`. */
  async hub({ hub, reason }: HubProposal, by?: string): Promise<void> {
    const { network, url, keys } = hub;
    const trust = await this.trust.current(this.db.manager);
    if (trust && trust.networkId !== network) throw new Problem('hub/other-network', 409, { hub: url });
    await this.make({ type: 'network.hub.proposed.v1', subject: 'hub', data: { url, keys, reason }, details: { hub: url } }, by);
  }

  private async make<Type extends ProposableType>({ type, subject, data, details }: Made<Type>, by: string | undefined): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
      const trust = await this.trust.current(tx);
      if (!trust) throw new Problem('membership/not-in-force', 409);
      assertMayPropose(trust, type, data, this.keys.node);
      if (await this.outgoing.isUnderWay(tx, [type], subject)) throw new Problem('proposal/made-already', 409);
      await this.outgoing.submit(tx, { type, subject, data });
      await this.audit.note(tx, { action: 'proposal.made', by, subject, details });
    });
    await this.outgoing.ring();
  }
}
