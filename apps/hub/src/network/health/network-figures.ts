import type { NetworkHealth } from '@nmirf/contracts/network/health';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { NetworkHealthQueries } from './network-health.queries.js';

/** What whoever watches over a hub is called for: a checkpoint that grows old, witnesses that fall silent, members that fall behind. */
@Injectable()
export class NetworkFigures implements OnApplicationBootstrap {
  private reading: Promise<NetworkHealth> | undefined;

  constructor(
    private readonly health: NetworkHealthQueries,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.watch('log_leaves', [], async () => [[(await this.view()).size]]);
    this.metrics.watch('log_witnessed_leaves', [], async () => [[(await this.view()).witnessedSize]]);
    this.metrics.watch('checkpoint_age', [], async () => {
      const { checkpointAt } = await this.view();
      return checkpointAt === undefined ? [] : [[(Date.now() - Date.parse(checkpointAt)) / 1_000]];
    });
    this.metrics.watch('node_lag_leaves', ['node'], async () => {
      const { nodes } = await this.view();
      return nodes.flatMap(({ id, lag }) => (lag === undefined ? [] : [[lag, { node: id }] as const]));
    });
  }

  /** Figures that are read together come from one look. */
  private view(): Promise<NetworkHealth> {
    this.reading ??= this.health.view().finally(() => (this.reading = undefined));
    return this.reading;
  }
}
