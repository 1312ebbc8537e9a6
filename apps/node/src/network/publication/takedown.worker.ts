import type { WithdrawalReason } from '@nmirf/contracts/content/withdrawal';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { PracticesFacade } from '../../work/practices/practices.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';

interface TakenDown {
  readonly subject: string;
  readonly reason: WithdrawalReason;
  readonly at: Date;
}

/** A withdrawal of the mechanism's own is written down when it is made; only the committee's decisions come from outside. */
const TAKEN_DOWN = `
  select t.subject, t.reason, t.at from replica_tombstone t
    join practice p on p.public_id = substr(t.subject, 10)::uuid
   where t.source = $1 and t.why = 'erased' and t.subject like 'practice:%'`;

/** Brings what the network took back home: no copy of the text stays in the queue, and the desk knows that it is public no more. */
@Injectable()
export class TakedownWorker {
  constructor(
    private readonly db: DataSource,
    private readonly keys: NodeKeysFacade,
    private readonly practices: PracticesFacade,
    private readonly outgoing: OutgoingFacade,
  ) {}

  @OnBell('takedowns', { sweep: true })
  async heed(): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.outgoing.forgetErased(tx);
      const taken: TakenDown[] = await tx.query(TAKEN_DOWN, [this.keys.node]);
      for (const one of taken) await this.write(tx, one);
    });
  }

  private async write(tx: EntityManager, { subject, reason, at }: TakenDown): Promise<void> {
    const published = subject.slice('practice:'.length);
    const practice = await this.practices.lockPublic(tx, published);
    if (!practice) return;
    await this.practices.markWithdrawn(tx, practice, {
      ...{ practice: published, why: 'erased', reason, purge: true, at: at.toISOString() },
    });
  }
}
