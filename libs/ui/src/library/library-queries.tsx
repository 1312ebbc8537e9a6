import type { ApiClient, Query } from '@nmirf/api-client/client';
import { listPractices, readFacets, readPractice } from '@nmirf/api-client/library';
import type { Language } from '@nmirf/contracts/languages/language';
import { libraryFilters, libraryQuery, type LibraryFilters } from '@nmirf/contracts/practices/library';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { logPosition, narrows, searchOf } from '../app/address.js';

export const librarySearch = searchOf({ ...libraryFilters.shape, order: libraryQuery.shape.order.unwrap(), after: logPosition });

/** What the address of a library page holds. */
export type LibrarySearch = ReturnType<typeof librarySearch>;

const filtersOf = ({ order: _order, after: _after, ...filters }: LibrarySearch): LibraryFilters => filters;

export const isFiltered = (search: LibrarySearch): boolean => narrows(filtersOf(search));

export const practicesQuery = (api: ApiClient, language: Language, search: Query) =>
  queryOptions({
    queryKey: ['library', 'page', search, language],
    queryFn: ({ signal }) => listPractices(api, search, signal),
    placeholderData: keepPreviousData,
  });

export const facetsQuery = (api: ApiClient, language: Language, search: LibrarySearch) => {
  const filters = filtersOf(search);
  return queryOptions({
    queryKey: ['library', 'facets', filters, language],
    queryFn: ({ signal }) => readFacets(api, filters, signal),
    placeholderData: keepPreviousData,
  });
};

export const practiceQuery = (api: ApiClient, language: Language, id: string) =>
  queryOptions({ queryKey: ['library', 'practice', id, language], queryFn: ({ signal }) => readPractice(api, id, signal) });
