import type { ApiClient, Query } from '@nmirf/api-client/client';
import { listEnrolments, listInvitations, readEnrolment, readNetworkHealth } from '@nmirf/api-client/secretariat';
import type { Language } from '@nmirf/contracts/languages/language';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** The first key of everything that changes when an officer decides. */
export const DESK = 'desk';

export const invitationsQuery = (api: ApiClient, language: Language, query: Query) =>
  queryOptions({
    queryKey: [DESK, 'invitations', query, language],
    queryFn: ({ signal }) => listInvitations(api, query, signal),
    placeholderData: keepPreviousData,
  });

export const enrolmentsQuery = (api: ApiClient, language: Language, query: Query) =>
  queryOptions({
    queryKey: [DESK, 'enrolments', query, language],
    queryFn: ({ signal }) => listEnrolments(api, query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

export const enrolmentQuery = (api: ApiClient, language: Language, id: string) =>
  queryOptions({
    queryKey: [DESK, 'enrolment', id, language],
    queryFn: ({ signal }) => readEnrolment(api, id, signal),
    refetchInterval: 15_000,
  });

export const healthQuery = (api: ApiClient, language: Language) =>
  queryOptions({
    queryKey: [DESK, 'health', language],
    queryFn: ({ signal }) => readNetworkHealth(api, signal),
    refetchInterval: 15_000,
  });
