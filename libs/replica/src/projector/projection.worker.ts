import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Projector } from './projector.js';

export const PROJECT = 'project';
/** While messages stream in, the tables are written for many at once. */
const REST_MS = 100;

/** Brings what the log says into the tables people read, behind whoever extends the log and never in its way. */
@Injectable()
export class ProjectionWorker {
  constructor(
    private readonly db: DataSource,
    private readonly projector: Projector,
    private readonly bells: Bells,
  ) {}

  @OnBell(PROJECT, { sweep: true, restMs: REST_MS })
  async project(): Promise<void> {
    for (let mayHaveMore = true; mayHaveMore;) {
      const { hasMore, changed } = await this.db.transaction((tx) => this.projector.catchUp(tx));
      for (const bell of changed) void this.bells.ring(bell);
      mayHaveMore = hasMore;
    }
  }
}
