import {
  practicesPage,
  practiceView,
  reviewView,
  type PracticeView,
  type ReviewDecisions,
  type ReviewView,
} from '@nmirf/contracts/practices/authoring';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { practiceRefusal, type PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import type { z } from 'zod';
import type { ApiClient, Query } from './client.js';

export type PracticesPage = z.output<typeof practicesPage>;

const at = (id: string, rest = ''): string => `/api/practices/${encodeURIComponent(id)}${rest}`;

/** The practices of one's own mechanism, while they are written, reviewed and released. */
export const listOwnPractices = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<PracticesPage> =>
  client.ask(practicesPage, '/api/practices', { query, signal });

export const readOwnPractice = (client: ApiClient, id: string, signal?: AbortSignal): Promise<PracticeView> =>
  client.ask(practiceView, at(id), { signal });

export const addPractice = (client: ApiClient, record: PracticeDraftRecord): Promise<PracticeView> =>
  client.ask(practiceView, '/api/practices', { method: 'POST', body: { record } });

/** Refused when somebody saved after `revision`. */
export const savePractice = (client: ApiClient, id: string, record: PracticeDraftRecord, revision: number): Promise<PracticeView> =>
  client.ask(practiceView, at(id), { method: 'PUT', body: { record, revision } });

export const submitPractice = (client: ApiClient, id: string): Promise<PracticeView> =>
  client.ask(practiceView, at(id, '/submission'), { method: 'POST' });

export const returnPractice = (client: ApiClient, id: string, reason: string): Promise<PracticeView> =>
  client.ask(practiceView, at(id, '/return'), { method: 'POST', body: { reason } });

/** Why the hub sent it back, and where it is to be mended. */
export const readRefusal = (client: ApiClient, id: string, signal?: AbortSignal): Promise<PracticeRefusal> =>
  client.ask(practiceRefusal, at(id, '/refusal'), { signal });

export const readReview = (client: ApiClient, id: string, signal?: AbortSignal): Promise<ReviewView> =>
  client.ask(reviewView, at(id, '/review'), { signal });

export const decideReview = (client: ApiClient, id: string, decisions: ReviewDecisions): Promise<ReviewView> =>
  client.ask(reviewView, at(id, '/review'), { method: 'PUT', body: decisions });

/** Releases exactly the text whose digest is `digest`. */
export const releasePractice = (client: ApiClient, id: string, digest: string): Promise<PracticeView> =>
  client.ask(practiceView, at(id, '/release'), { method: 'POST', body: { digest } });
