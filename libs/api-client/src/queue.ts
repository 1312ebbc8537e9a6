import { linkView, queuePage, type LinkView } from '@nmirf/contracts/network/queue';
import type { z } from 'zod';
import type { ApiClient, Query } from './client.js';

export type QueuePage = z.output<typeof queuePage>;

/** What waits to leave a node, and how its link to the hub is. */
export const listQueue = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<QueuePage> =>
  client.ask(queuePage, '/api/queue', { query, signal });

export const readLink = (client: ApiClient, signal?: AbortSignal): Promise<LinkView> => client.ask(linkView, '/api/queue/link', { signal });

export const retryNow = (client: ApiClient): Promise<void> => client.tell('/api/queue/retry', { method: 'POST' });
