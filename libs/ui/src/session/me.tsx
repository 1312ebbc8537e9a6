import type { ApiClient } from '@nmirf/api-client/client';
import { readMe } from '@nmirf/api-client/session';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { useApi } from '../app/api-context.js';

/** Who is signed in; `null` for nobody. Asked once, and again after every sign-in and sign-out. */
export const meQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['me'], queryFn: (): Promise<PersonView | null> => readMe(api), staleTime: 5 * 60_000 });

/** Another person is here, or nobody any more: nothing that was read before may stay. */
export const changeMe = (queries: QueryClient, api: ApiClient, person: PersonView | null): void => {
  queries.clear();
  queries.setQueryData(meQuery(api).queryKey, person);
};

export const ensureMe = (queries: QueryClient, api: ApiClient): Promise<PersonView | null> => queries.ensureQueryData(meQuery(api));

export const useMe = (): PersonView | undefined => useQuery(meQuery(useApi())).data ?? undefined;

/** Whether the person on this page may do something; the server decides again. */
export const useMay = (permission: string): boolean => useMe()?.permissions.includes(permission) ?? false;
