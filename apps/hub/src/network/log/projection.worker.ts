import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Projector } from '@nmirf/replica/projector/projector';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export const PROJECT = 'project';

/** Brings what the log says into the tables people read, behind the sequencer and never in its way. */
@Injectable()
export class ProjectionWorker {
  constructor(
    private readonly db: DataSource,
    private readonly projector: Projector,
  ) {}

  @OnBell(PROJECT, { sweep: true })
  async project(): Promise<void> {
    while ((await this.db.transaction((tx) => this.projector.catchUp(tx))) > 0);
  }
}
