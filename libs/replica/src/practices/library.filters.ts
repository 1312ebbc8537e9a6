import { BEGINNINGS, type LibraryFacet, type LibraryFilters } from '@nmirf/contracts/practices/library';
import { contains, equals, type Faceted, given, sought, type Tests } from '../search/search.facade.js';

/** How the library's practices (`replica_practice p`) are narrowed. */
export const PRACTICE_TESTS: Tests<LibraryFilters> = {
  q: sought((query) => `p.id in (select practice from practice_words where words @@ ${query})`),
  // What is attributed to a region only is not found by its mechanism.
  source: given((value) => `p.source = ${value} and p.country is not null`),
  language: contains('p.languages', 'text'),
  theme: contains('p.themes', 'text'),
  sdg: contains('p.sdgs', 'int'),
  region: equals('p.region'),
  country: equals('p.country'),
  type: equals('p.type'),
  year: given((value) => `p.from_year / ${BEGINNINGS} = ${value}::int / ${BEGINNINGS}`),
};

export const FACETED_PRACTICES: Faceted<LibraryFacet> = {
  from: 'replica_practice p',
  facets: {
    theme: 'unnest(p.themes)',
    region: 'p.region',
    country: 'p.country',
    type: 'p.type',
    language: 'unnest(p.languages)',
    sdg: 'unnest(p.sdgs)::text',
    year: `(p.from_year / ${BEGINNINGS} * ${BEGINNINGS})::text`,
  },
};
