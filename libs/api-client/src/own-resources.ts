import type { Withdrawal } from '@nmirf/contracts/content/withdrawal';
import { type FileProgress, fileProgress } from '@nmirf/contracts/files/file';
import type { PartQuery } from '@nmirf/contracts/files/sealed-file';
import { type FileTraces, fileTraces } from '@nmirf/contracts/files/traces';
import type { ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { practiceRefusal, type PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import {
  type OwnResourcesPage,
  ownResourcesPage,
  type ResourceRecord,
  type ResourceReview,
  resourceReview,
  type ResourceView,
  resourceView,
} from '@nmirf/contracts/resources/authoring';
import type { ApiClient, Query } from './client.js';

const at = (id: string, rest = ''): string => `/api/resources/${encodeURIComponent(id)}${rest}`;

/** The resources of one's own mechanism, while they are written, reviewed and released. */
export const listOwnResources = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<OwnResourcesPage> =>
  client.ask(ownResourcesPage, '/api/resources', { query, signal });

export const readOwnResource = (client: ApiClient, id: string, signal?: AbortSignal): Promise<ResourceView> =>
  client.ask(resourceView, at(id), { signal });

export const addResource = (client: ApiClient, record: ResourceRecord): Promise<ResourceView> =>
  client.ask(resourceView, '/api/resources', { method: 'POST', body: { record } });

/** Refused when somebody saved after `revision`. */
export const saveResource = (client: ApiClient, id: string, record: ResourceRecord, revision: number): Promise<ResourceView> =>
  client.ask(resourceView, at(id), { method: 'PUT', body: { record, revision } });

export const submitResource = (client: ApiClient, id: string): Promise<ResourceView> =>
  client.ask(resourceView, at(id, '/submission'), { method: 'POST' });

export const returnResource = (client: ApiClient, id: string, reason: string): Promise<ResourceView> =>
  client.ask(resourceView, at(id, '/return'), { method: 'POST', body: { reason } });

/** Why the hub sent it back, and where it is to be mended. */
export const readResourceRefusal = (client: ApiClient, id: string, signal?: AbortSignal): Promise<PracticeRefusal> =>
  client.ask(practiceRefusal, at(id, '/refusal'), { signal });

export const readResourceReview = (client: ApiClient, id: string, signal?: AbortSignal): Promise<ResourceReview> =>
  client.ask(resourceReview, at(id, '/review'), { signal });

export const decideResourceReview = (client: ApiClient, id: string, decisions: ReviewDecisions): Promise<ResourceReview> =>
  client.ask(resourceReview, at(id, '/review'), { method: 'PUT', body: decisions });

/** Releases exactly what has this digest; whoever releases has opened every file. */
export const releaseResource = (client: ApiClient, id: string, digest: string): Promise<ResourceView> =>
  client.ask(resourceView, at(id, '/release'), { method: 'POST', body: { digest, filesRead: true } });

export const withdrawResource = (client: ApiClient, id: string, withdrawal: Withdrawal): Promise<ResourceView> =>
  client.ask(resourceView, at(id, '/withdrawal'), { method: 'POST', body: withdrawal });

/** How much of a file this server has; an upload that broke off goes on from there. */
export const readFileProgress = (client: ApiClient, sha256: string, signal?: AbortSignal): Promise<FileProgress> =>
  client.ask(fileProgress, `/api/files/${sha256}/progress`, { signal });

/** Brings the next part of a file. */
export const bringPart = (client: ApiClient, sha256: string, part: PartQuery, bytes: Blob, signal?: AbortSignal): Promise<FileProgress> =>
  client.ask(fileProgress, `/api/files/${sha256}`, { method: 'PUT', query: part, body: bytes, signal });

/** Where a file of an unpublished resource is opened from. */
export const ownFileAddress = (sha256: string, name: string): string => `/api/files/${sha256}?name=${encodeURIComponent(name)}`;

/** What a file tells of people beside its content. */
export const readFileTraces = (client: ApiClient, sha256: string, signal?: AbortSignal): Promise<FileTraces> =>
  client.ask(fileTraces, `/api/files/${sha256}/traces`, { signal });
