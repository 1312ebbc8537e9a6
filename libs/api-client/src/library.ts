import { memberView, type MemberView } from '@nmirf/contracts/members/mechanism';
import {
  logCheckpointsPage,
  logEvidence,
  logGrowth,
  logView,
  type LogCheckpointsPage,
  type LogEvidence,
  type LogGrowth,
  type LogView,
} from '@nmirf/contracts/network/log';
import { libraryFacets, libraryPage, libraryPractice, type LibraryFacets, type LibraryPractice } from '@nmirf/contracts/practices/library';
import { z } from 'zod';
import type { ApiClient, Query } from './client.js';

const members = z.object({ items: z.array(memberView), next: z.string().optional(), total: z.int().optional() });

export type LibraryPage = z.output<typeof libraryPage>;
export type Members = z.output<typeof members>;

/** What both servers show of the network: the practice library, the members and the log. */
export const listPractices = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<LibraryPage> =>
  client.ask(libraryPage, '/api/library/practices', { query, signal });

export const readFacets = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<LibraryFacets> =>
  client.ask(libraryFacets, '/api/library/practices/facets', { query, signal });

export const readPractice = (client: ApiClient, id: string, signal?: AbortSignal): Promise<LibraryPractice> =>
  client.ask(libraryPractice, `/api/library/practices/${encodeURIComponent(id)}`, { signal });

export const readEvidence = (client: ApiClient, id: string, signal?: AbortSignal): Promise<LogEvidence> =>
  client.ask(logEvidence, `/api/library/practices/${encodeURIComponent(id)}/evidence`, { signal });

export const listMembers = (client: ApiClient, signal?: AbortSignal): Promise<Members> => client.ask(members, '/api/members', { signal });

export const readMember = (client: ApiClient, id: string, signal?: AbortSignal): Promise<MemberView> =>
  client.ask(memberView, `/api/members/${encodeURIComponent(id)}`, { signal });

export const readLog = (client: ApiClient, signal?: AbortSignal): Promise<LogView> => client.ask(logView, '/api/log', { signal });

export const readGrowth = (client: ApiClient, signal?: AbortSignal): Promise<LogGrowth> =>
  client.ask(logGrowth, '/api/log/growth', { signal });

export const listCheckpoints = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<LogCheckpointsPage> =>
  client.ask(logCheckpointsPage, '/api/log/checkpoints', { query, signal });
