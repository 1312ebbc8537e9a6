import { type LogEvidence, logEvidence } from '@nmirf/contracts/network/log';
import {
  type LibraryResource,
  libraryResource,
  type ResourceFacets,
  resourceFacets,
  type ResourcesPage,
  resourcesPage,
} from '@nmirf/contracts/resources/library';
import type { ApiClient, Query } from './client.js';

const at = (id: string, rest = ''): string => `/api/library/resources/${encodeURIComponent(id)}${rest}`;

/** The shared resources of the network, as both servers show them. */
export const listResources = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<ResourcesPage> =>
  client.ask(resourcesPage, '/api/library/resources', { query, signal });

export const readResourceFacets = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<ResourceFacets> =>
  client.ask(resourceFacets, '/api/library/resources/facets', { query, signal });

export const readResource = (client: ApiClient, id: string, signal?: AbortSignal): Promise<LibraryResource> =>
  client.ask(libraryResource, at(id), { signal });

export const readResourceEvidence = (client: ApiClient, id: string, signal?: AbortSignal): Promise<LogEvidence> =>
  client.ask(logEvidence, at(id, '/evidence'), { signal });

/** Where a file is saved from: a link works without any script. */
export const fileAddress = (id: string, sha256: string): string => at(id, `/files/${sha256}`);

/** Asks this node to fetch a file that it does not hold. */
export const requestFile = (client: ApiClient, id: string, sha256: string): Promise<void> =>
  client.tell(at(id, `/files/${sha256}/request`), { method: 'POST' });
