import type { Withdrawal } from '@nmirf/contracts/content/withdrawal';
import {
  type StatisticsKind,
  type StatisticsList,
  statisticsList,
  type StatisticsPreview,
  statisticsPreview,
} from '@nmirf/contracts/statistics/statistics';
import type { ApiClient } from './client.js';

/** The tables of counts that mechanisms published. */
export const listStatistics = (client: ApiClient, signal?: AbortSignal): Promise<StatisticsList> =>
  client.ask(statisticsList, '/api/statistics', { signal });

/** What would be published of this mechanism's own counts today. */
export const previewStatistics = (client: ApiClient, kind: StatisticsKind, signal?: AbortSignal): Promise<StatisticsPreview> =>
  client.ask(statisticsPreview, `/api/own-statistics/${kind}`, { signal });

/** Publishes exactly the table whose digest is `digest`. */
export const releaseStatistics = (client: ApiClient, kind: StatisticsKind, digest: string): Promise<StatisticsPreview> =>
  client.ask(statisticsPreview, `/api/own-statistics/${kind}/release`, { method: 'POST', body: { digest } });

/** Takes back what was published of this kind. */
export const withdrawStatistics = (client: ApiClient, kind: StatisticsKind, body: Withdrawal): Promise<StatisticsPreview> =>
  client.ask(statisticsPreview, `/api/own-statistics/${kind}/withdrawal`, { method: 'POST', body });
