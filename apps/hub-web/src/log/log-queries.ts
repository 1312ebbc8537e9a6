import type { ApiClient } from '@nmirf/api-client/client';
import { listCheckpoints, readGrowth, readLog } from '@nmirf/api-client/library';
import type { Language } from '@nmirf/contracts/languages/language';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export const logQuery = (api: ApiClient, language: Language) =>
  queryOptions({ queryKey: ['log', language], queryFn: ({ signal }) => readLog(api, signal), refetchInterval: 15_000 });

export const growthQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['log', 'growth'], queryFn: ({ signal }) => readGrowth(api, signal) });

/** So many checkpoints stand on a page. */
const CHECKPOINTS = 10;

export const checkpointsQuery = (api: ApiClient, after: string | undefined) =>
  queryOptions({
    queryKey: ['log', 'checkpoints', after],
    queryFn: ({ signal }) => listCheckpoints(api, { after, limit: CHECKPOINTS }, signal),
    placeholderData: keepPreviousData,
  });
