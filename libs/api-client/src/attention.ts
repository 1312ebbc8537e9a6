import { type AttentionList, attentionList } from '@nmirf/contracts/practices/attention';
import type { ApiClient } from './client.js';

/** How many planted names were noticed: the caller's own figures, or everybody's for who oversees reviewers. */
export const readAttention = (client: ApiClient, signal?: AbortSignal): Promise<AttentionList> =>
  client.ask(attentionList, '/api/review-attention', { signal });
