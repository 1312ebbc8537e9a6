import type { ApiClient } from '@nmirf/api-client/client';
import { listStatistics } from '@nmirf/api-client/statistics';
import type { Language } from '@nmirf/contracts/languages/language';
import { queryOptions } from '@tanstack/react-query';

export const statisticsQuery = (api: ApiClient, language: Language) =>
  queryOptions({ queryKey: ['statistics', language], queryFn: ({ signal }) => listStatistics(api, signal) });
