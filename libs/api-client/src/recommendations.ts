import { recommendationsPage, type RecommendationView, recommendationView } from '@nmirf/contracts/recommendations/recommendation';
import type { z } from 'zod';
import type { ApiClient, Query } from './client.js';

export type RecommendationsPage = z.output<typeof recommendationsPage>;

export const listRecommendations = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<RecommendationsPage> =>
  client.ask(recommendationsPage, '/api/recommendations', { query, signal });

export const readRecommendation = (client: ApiClient, id: string, signal?: AbortSignal): Promise<RecommendationView> =>
  client.ask(recommendationView, `/api/recommendations/${encodeURIComponent(id)}`, { signal });
