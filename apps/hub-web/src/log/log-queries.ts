import type { ApiClient } from '@nmirf/api-client/client';
import { readGrowth, readLog } from '@nmirf/api-client/library';
import type { Language } from '@nmirf/contracts/languages/language';
import { queryOptions } from '@tanstack/react-query';

export const logQuery = (api: ApiClient, language: Language) =>
  queryOptions({ queryKey: ['log', language], queryFn: ({ signal }) => readLog(api, signal), refetchInterval: 15_000 });

export const growthQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['log', 'growth'], queryFn: ({ signal }) => readGrowth(api, signal) });
