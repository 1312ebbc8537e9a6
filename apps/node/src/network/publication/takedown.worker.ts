import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { PracticesFacade } from '../../work/practices/practices.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { publicIdOf, type TakenDown, takenDown } from './returned.js';

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
      for (const one of await takenDown(tx, 'practice', this.keys.node)) await this.write(tx, one);
    });
  }

  private async write(tx: EntityManager, { subject, reason, at }: TakenDown): Promise<void> {
    const published = publicIdOf('practice', subject);
    const practice = await this.practices.lockPublic(tx, published);
    if (!practice) return;
    await this.practices.markWithdrawn(tx, practice, {
      ...{ practice: published, why: 'erased', reason, purge: true, at: at.toISOString() },
    });
  }
}
