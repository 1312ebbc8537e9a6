import { createClient } from '@nmirf/api-client/client';
import { readMe } from '@nmirf/api-client/session';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { useQuery, type QueryClient } from '@tanstack/react-query';

const client = createClient({ language: () => document.documentElement.lang });

/** Who is signed in; `null` for nobody. Asked once, and again after every sign-in and sign-out. */
export const meQuery = {
  queryKey: ['me'],
  queryFn: (): Promise<PersonView | null> => readMe(client),
  staleTime: 5 * 60_000,
};

export const ensureMe = (queries: QueryClient): Promise<PersonView | null> => queries.ensureQueryData(meQuery);

export const useMe = (): PersonView | undefined => useQuery(meQuery).data ?? undefined;

/** Whether the person on this page may do something; the server decides again. */
export const useMay = (permission: string): boolean => useMe()?.permissions.includes(permission) ?? false;
