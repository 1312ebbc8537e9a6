import type { ApiClient } from '@nmirf/api-client/client';
import { listMembers, readMember } from '@nmirf/api-client/library';
import type { Language } from '@nmirf/contracts/languages/language';
import { queryOptions } from '@tanstack/react-query';

export const membersQuery = (api: ApiClient, language: Language) =>
  queryOptions({ queryKey: ['members', language], queryFn: ({ signal }) => listMembers(api, signal) });

export const memberQuery = (api: ApiClient, language: Language, id: string) =>
  queryOptions({ queryKey: ['members', id, language], queryFn: ({ signal }) => readMember(api, id, signal) });
