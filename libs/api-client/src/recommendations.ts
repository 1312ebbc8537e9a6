import { recommendationsPage } from '@nmirf/contracts/recommendations/recommendation';
import type { z } from 'zod';
import type { ApiClient, Query } from './client.js';

export type RecommendationsPage = z.output<typeof recommendationsPage>;

export const listRecommendations = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<RecommendationsPage> =>
  client.ask(recommendationsPage, '/api/recommendations', { query, signal });
