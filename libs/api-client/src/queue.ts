import { linkStatus, linkView, quarantinePage, queuePage, type LinkStatus, type LinkView } from '@nmirf/contracts/network/queue';
import type { z } from 'zod';
import type { ApiClient, Query } from './client.js';

export type QueuePage = z.output<typeof queuePage>;
export type QuarantinePage = z.output<typeof quarantinePage>;

/** What waits to leave a node, and how its link to the hub is. */
export const listQueue = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<QueuePage> =>
  client.ask(queuePage, '/api/queue', { query, signal });

export const readLink = (client: ApiClient, signal?: AbortSignal): Promise<LinkView> => client.ask(linkView, '/api/queue/link', { signal });

/** Whether the hub is there: for everybody who is signed in. */
export const readLinkStatus = (client: ApiClient, signal?: AbortSignal): Promise<LinkStatus> =>
  client.ask(linkStatus, '/api/queue/link/status', { signal });

/** What came in, is proven, and cannot be shown here. */
export const listQuarantine = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<QuarantinePage> =>
  client.ask(quarantinePage, '/api/queue/quarantine', { query, signal });

export const retryNow = (client: ApiClient): Promise<void> => client.tell('/api/queue/retry', { method: 'POST' });
