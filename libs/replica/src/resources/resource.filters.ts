import type { ResourceFacet, ResourceFilters } from '@nmirf/contracts/resources/library';
import { type Condition, contains, equals, type Faceted, sought, type Tests } from '../search/search.facade.js';

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
  from: 'replica_resource r',
  facets: {
    kind: 'r.kind',
    language: 'unnest(r.languages)',
    theme: 'unnest(r.themes)',
    capacity: 'unnest(r.capacities)',
    commitment: 'unnest(r.commitments)::text',
  },
};
