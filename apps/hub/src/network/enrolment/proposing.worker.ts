import { Problem } from '@nmirf/platform/http/problem';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OwnMessages } from '../sequencer/own-messages.js';
import { Enrolment } from './enrolment.entity.js';
import { OFFICERS } from './enrolment.rules.js';

export const PROPOSE = 'propose';

/** Proposes to the committee what two officers have approved. A crash between the log and the table ends in the same proposal. */
@Injectable()
export class ProposingWorker {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly own: OwnMessages,
  ) {}

  @OnBell(PROPOSE, { sweep: true })
  async propose(): Promise<void> {
    await withLockInTurn(this.db, PROPOSE, async () => {
      for (const enrolment of await this.due()) await this.proposeOne(enrolment);
    });
  }

  private due(): Promise<Enrolment[]> {
    return this.db
      .createQueryBuilder(Enrolment, 'enrolment')
      .where('proposal is null and refused_at is null')
      .andWhere('(select count(*) from enrolment_approval approval where approval.enrolment = enrolment.id) >= :needed', {
        needed: OFFICERS,
      })
      .orderBy('received_at')
      .getMany();
  }

  private async proposeOne({ id, node, epoch, request }: Enrolment): Promise<void> {
    const { mechanism, keys, nonce, possession } = request;
    try {
      const said = await this.standing(nonce);
      const proposal =
        said ?? (await this.own.say('network.member.proposed.v1', node, { id: node, mechanism, keys, nonce, possession, epoch })).hash;
      await this.db.manager.update(Enrolment, { id }, { proposal });
    } catch (error) {
      // A hub that takes nothing now is asked again later.
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      const why = String(error.extras.errors?.[0]?.code ?? error.code);
      await this.db.manager.update(Enrolment, { id }, { refusedAt: new Date(), refusedWhy: why });
    }
  }

  /** The proposal that carries this nonce, if the log has it already: a nonce belongs to one enrolment. */
  private async standing(nonce: string): Promise<string | undefined> {
    const trust = await this.trust.current(this.db.manager);
    return Object.values(trust?.proposals ?? {}).find(
      ({ type, data }) => type === 'network.member.proposed.v1' && (data as { nonce: string }).nonce === nonce,
    )?.hash;
  }
}
