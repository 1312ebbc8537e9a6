import { BEGINNINGS, type LibraryFacet, type LibraryFilters } from '@nmirf/contracts/practices/library';
import type { Faceted } from '../search/facets.facade.js';
import { hitsOf } from '../search/hits.facade.js';
import { contains, equals, given, sought, type Tests } from '../search/search.facade.js';

/** How the library's practices (`replica_practice p`) are narrowed. */
export const PRACTICE_TESTS: Tests<LibraryFilters> = {
  // A `tsquery`, which `practiceHits` puts to the words.
  q: sought((query) => query),
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

/** How practices are counted that have no words yet. */
export const FACETED_PRACTICES: Faceted<LibraryFacet> = {
  hits: hitsOf('replica_practice', 'p'),
  facets: {
    theme: { many: 'p.themes' },
    region: { one: 'p.region' },
    country: { one: 'p.country' },
    type: { one: 'p.type' },
    language: { many: 'p.languages' },
    sdg: { many: 'p.sdgs' },
    year: { one: `p.from_year / ${BEGINNINGS} * ${BEGINNINGS}` },
  },
};
