import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * For a route's loader: asks for what the page will show. A server waits for the answer, so that the page is whole; a browser does
 * not, so that the page appears at once with its skeletons.
 */
export const bring = <Data, Key extends QueryKey>(queries: QueryClient, wanted: FetchQueryOptions<Data, Error, Data, Key>) => {
  const brought = queries.prefetchQuery(wanted);
  return typeof document === 'undefined' ? brought : undefined;
};
