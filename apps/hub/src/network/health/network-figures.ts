import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { NetworkHealthQueries } from './network-health.queries.js';

/** What whoever watches over a hub is called for: a checkpoint that grows old, witnesses that fall silent, members that fall behind. */
@Injectable()
export class NetworkFigures implements OnApplicationBootstrap {
  constructor(
    private readonly health: NetworkHealthQueries,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.watch(() => this.health.view(), {
      log_leaves: { of: ({ size }) => [[size]] },
      log_witnessed_leaves: { of: ({ witnessedSize }) => [[witnessedSize]] },
      checkpoint_age: { of: ({ checkpointAt }) => (checkpointAt === undefined ? [] : [[secondsSince(checkpointAt)]]) },
      node_lag_leaves: {
        labels: ['node'],
        of: ({ nodes }) => nodes.flatMap(({ id, lag }) => (lag === undefined ? [] : [[lag, { node: id }] as const])),
      },
    });
  }
}

const secondsSince = (at: string): number => (Date.now() - Date.parse(at)) / 1_000;
