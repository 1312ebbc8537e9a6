import { outgoingState } from '@nmirf/contracts/network/queue';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { QueueQueries } from './queue.queries.js';

const DEPTHS = 'select state, count(*) from outgoing_message group by state';
const ASIDE = 'select count(*) from quarantine';
const AGE = 'select extract(epoch from now() - signed_at) as seconds from log_checkpoint order by size desc limit 1';

/** What whoever watches over a node is called for: messages that do not leave, a line that is down, a hub that stands still, messages it could not read. */
@Injectable()
export class QueueFigures implements OnApplicationBootstrap {
  constructor(
    private readonly db: DataSource,
    private readonly queue: QueueQueries,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.watch(() => this.depths(), {
      outgoing_messages: {
        labels: ['state'],
        of: (depths) => outgoingState.options.map((state) => [depths.get(state) ?? 0, { state }]),
      },
    });
    this.metrics.watch<{ count: string }[]>(() => this.db.query(ASIDE), {
      quarantined_messages: { of: ([row]) => [[Number(row!.count)]] },
    });
    this.metrics.watch<{ seconds: string }[]>(() => this.db.query(AGE), {
      checkpoint_age: { of: (rows) => rows.map(({ seconds }) => [Number(seconds)]) },
    });
    this.metrics.watch(() => this.queue.linkView(), {
      log_leaves: { of: ({ verifiedSize }) => [[verifiedSize]] },
      link_failures: { of: ({ failures }) => [[failures]] },
      link_stopped: { of: ({ status }) => [[status === 'stopped' ? 1 : 0]] },
      last_contact_age: {
        of: ({ lastContactAt }) => (lastContactAt === undefined ? [] : [[(Date.now() - Date.parse(lastContactAt)) / 1_000]]),
      },
    });
  }

  private async depths(): Promise<ReadonlyMap<string, number>> {
    const rows: { state: string; count: string }[] = await this.db.query(DEPTHS);
    return new Map(rows.map(({ state, count }) => [state, Number(count)]));
  }
}
