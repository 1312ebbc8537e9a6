import type { ApiClient } from '@nmirf/api-client/client';
import { listProposals } from '@nmirf/api-client/proposals';
import type { Language } from '@nmirf/contracts/languages/language';
import { queryOptions } from '@tanstack/react-query';

export const PROPOSALS = 'proposals';

export const proposalsQuery = (api: ApiClient, language: Language) =>
  queryOptions({ queryKey: [PROPOSALS, language], queryFn: ({ signal }) => listProposals(api, signal), refetchInterval: 20_000 });
