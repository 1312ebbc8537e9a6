import type { NodeId } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import type { Trust } from '@nmirf/federation/trust';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { Problem } from '@nmirf/platform/http/problem';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForkEvidence } from './fork-evidence.entity.js';
import { FORKS } from './forks.js';
import { OwnMessages } from './own-messages.js';

/**
 * Asks the committee about a member that forked. The hub takes nothing more from it until the committee has said whether to suspend it:
 * only the committee can, and its decision stands in the log.
 */
@Injectable()
export class ForksWorker {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly own: OwnMessages,
  ) {}

  @OnBell(FORKS, { sweep: true })
  async ask(): Promise<void> {
    await withLockInTurn(this.db, FORKS, async () => {
      const due = await this.db.manager
        .createQueryBuilder(ForkEvidence, 'evidence')
        .where('proposal is null and dropped_why is null')
        .orderBy('received_at')
        .limit(100)
        .getMany();
      for (const evidence of due) await this.askOne(evidence);
    });
  }

  /** A crash between the log and the table finds the proposal that stands. One proposal serves for all that comes while it is open. */
  private async askOne({ hash, source, epoch, seq }: ForkEvidence): Promise<void> {
    const reason = `${REASON} ${epoch}/${seq} ${toBase64url(hash)}`;
    try {
      const trust = await this.trust.current(this.db.manager);
      const standing = trust && openOn(trust, source);
      const proposal = standing ?? (await this.suspend(source as NodeId, reason));
      await this.db.manager.update(ForkEvidence, { hash }, { proposal });
    } catch (error) {
      // A hub that takes nothing now is asked again later.
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      await this.db.manager.update(ForkEvidence, { hash }, { droppedWhy: String(error.extras.errors?.[0]?.code ?? error.code) });
    }
  }

  private async suspend(id: NodeId, reason: string): Promise<string> {
    return (await this.own.say('network.status.proposed.v1', id, { id, status: 'suspended', reason })).hash;
  }
}

/** How the reason of such a proposal begins: the place and the hash of the second message follow. */
const REASON = 'chain-fork';

function openOn(trust: Trust, source: string): string | undefined {
  return Object.values(trust.proposals).find(({ type, state, by, data }) => {
    const { id, reason } = data as { readonly id?: string; readonly reason?: string };
    return type === 'network.status.proposed.v1' && state === 'open' && by === 'hub' && id === source && reason?.startsWith(REASON);
  })?.hash;
}
