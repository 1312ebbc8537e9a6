import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PROJECTED, Projector } from './projector.js';

export const PROJECT = 'project';

/** Brings what the log says into the tables people read, behind whoever extends the log and never in its way. */
@Injectable()
export class ProjectionWorker {
  constructor(
    private readonly db: DataSource,
    private readonly projector: Projector,
    private readonly bells: Bells,
  ) {}

  @OnBell(PROJECT, { sweep: true })
  async project(): Promise<void> {
    while (await this.db.transaction((tx) => this.projector.catchUp(tx)));
    void this.bells.ring(PROJECTED);
  }
}
