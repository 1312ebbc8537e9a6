import type { ApiClient } from '@nmirf/api-client/client';
import { listResources, readResource, readResourceFacets } from '@nmirf/api-client/resources';
import type { Language } from '@nmirf/contracts/languages/language';
import { type ResourceFilters, resourceFilters, resourcesQuery } from '@nmirf/contracts/resources/library';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { logPosition, narrows, searchOf } from '../app/address.js';

export const resourcesSearch = searchOf({ ...resourceFilters.shape, order: resourcesQuery.shape.order.unwrap(), after: logPosition });

/** What the address of a page of resources holds. */
export type ResourcesSearch = ReturnType<typeof resourcesSearch>;

const filtersOf = ({ order: _order, after: _after, ...filters }: ResourcesSearch): ResourceFilters => filters;

export const isNarrowed = (search: ResourcesSearch): boolean => narrows(filtersOf(search));

export const resourcesPageQuery = (api: ApiClient, language: Language, search: ResourcesSearch) =>
  queryOptions({
    queryKey: ['resources', 'page', search, language],
    queryFn: ({ signal }) => listResources(api, search, signal),
    placeholderData: keepPreviousData,
  });

export const resourceFacetsQuery = (api: ApiClient, language: Language, search: ResourcesSearch) => {
  const filters = filtersOf(search);
  return queryOptions({
    queryKey: ['resources', 'facets', filters, language],
    queryFn: ({ signal }) => readResourceFacets(api, filters, signal),
    placeholderData: keepPreviousData,
  });
};

export const resourceQuery = (api: ApiClient, language: Language, id: string) =>
  queryOptions({ queryKey: ['resources', 'one', id, language], queryFn: ({ signal }) => readResource(api, id, signal) });
