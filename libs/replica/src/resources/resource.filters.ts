import type { ResourceFacet, ResourceFilters } from '@nmirf/contracts/resources/library';
import type { Faceted } from '../search/facets.facade.js';
import { hitsOf } from '../search/hits.facade.js';
import { type Condition, contains, equals, sought, type Tests } from '../search/search.facade.js';

/** How the resources (`replica_resource r`) are narrowed. */
export const RESOURCE_TESTS: Tests<ResourceFilters> = {
  q: sought((query) => `r.words @@ ${query}`),
  kind: equals('r.kind'),
  language: contains('r.languages', 'text'),
  theme: contains('r.themes', 'text'),
  source: equals('r.source'),
  capacity: contains('r.capacities', 'text'),
  commitment: contains('r.commitments', 'int'),
};

/** Who asks: anybody, or somebody who works at a member. */
export type Reader = 'anyone' | 'member';

/** What this reader may see at all. */
export const seenBy = (reader: Reader): Condition => ({
  name: 'audience',
  sql: (isMember) => `(r.audience = '*' or ${isMember}::boolean)`,
  value: reader === 'member',
});

export const FACETED_RESOURCES: Faceted<ResourceFacet> = {
  hits: hitsOf('replica_resource', 'r'),
  facets: {
    kind: { one: 'r.kind' },
    language: { many: 'r.languages' },
    theme: { many: 'r.themes' },
    capacity: { many: 'r.capacities' },
    commitment: { many: 'r.commitments' },
  },
};
