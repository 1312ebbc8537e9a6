import { type LinkView, outgoingState } from '@nmirf/contracts/network/queue';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { QueueQueries } from './queue.queries.js';

const DEPTHS = 'select state, count(*) from outgoing_message group by state';
const ASIDE = 'select count(*) from quarantine';

/** What whoever watches over a node is called for: messages that do not leave, a line that is down, messages it could not read. */
@Injectable()
export class QueueFigures implements OnApplicationBootstrap {
  private reading: Promise<LinkView> | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly queue: QueueQueries,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.watch('outgoing_messages', ['state'], async () => {
      const rows: { state: string; count: string }[] = await this.db.query(DEPTHS);
      const depths = new Map(rows.map(({ state, count }) => [state, Number(count)]));
      return outgoingState.options.map((state) => [depths.get(state) ?? 0, { state }]);
    });
    this.metrics.watch('quarantined_messages', [], async () => {
      const [row]: { count: string }[] = await this.db.query(ASIDE);
      return [[Number(row?.count ?? 0)]];
    });
    this.metrics.watch('log_leaves', [], async () => [[(await this.link()).verifiedSize]]);
    this.metrics.watch('link_failures', [], async () => [[(await this.link()).failures]]);
    this.metrics.watch('link_stopped', [], async () => [[(await this.link()).status === 'stopped' ? 1 : 0]]);
    this.metrics.watch('last_contact_age', [], async () => {
      const { lastContactAt } = await this.link();
      return lastContactAt === undefined ? [] : [[(Date.now() - Date.parse(lastContactAt)) / 1_000]];
    });
  }

  /** Figures that are read together come from one look. */
  private link(): Promise<LinkView> {
    this.reading ??= this.queue.linkView().finally(() => (this.reading = undefined));
    return this.reading;
  }
}
