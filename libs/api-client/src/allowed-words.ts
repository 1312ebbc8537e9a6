import { type AllowedWordsPage, allowedWordsPage } from '@nmirf/contracts/practices/allowed-words';
import type { ApiClient, Query } from './client.js';

/** What the gate asks about no more, because a reviewer of this mechanism let it through. */
export const listAllowedWords = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<AllowedWordsPage> =>
  client.ask(allowedWordsPage, '/api/allowed-words', { query, signal });

/** From then on the word is asked about again. */
export const forgetWord = (client: ApiClient, word: string): Promise<void> =>
  client.tell(`/api/allowed-words/${encodeURIComponent(word)}`, { method: 'DELETE' });
