import { z } from 'zod';
import { fileDigest } from '../files/file.js';
import { facetsOf } from '../http/facets.js';
import { pageOf, pageQuery } from '../http/page.js';
import { language } from '../languages/language.js';
import { capacity, mechanism } from '../members/mechanism.js';
import { sourceId } from '../network/names.js';
import { logPlace, publishedVersion } from '../practices/library.js';
import { commitment, resourceAudience, resourceFile, resourceKind, resourceReport, resourceSummary } from './resource.js';

const { originalLanguage, title, summary, kind, languages, themes, licence, link } = resourceSummary.shape;

/** A file, and whether this server holds it. */
export const heldFile = resourceFile.safeExtend({ here: z.boolean() }).meta({ id: 'HeldFile' });
export type HeldFile = z.infer<typeof heldFile>;

/** A resource in a list. `mechanism` is missing when its source is no member any more. */
export const resourceItem = z
  .object({
    ...{ id: z.uuid(), version: z.int(), source: sourceId, mechanism: mechanism.optional() },
    ...{ originalLanguage, title, summary, kind, languages, themes, licence, link },
    files: z.array(heldFile),
    audience: resourceAudience,
    place: logPlace,
  })
  .meta({ id: 'ResourceItem' });
export type ResourceItem = z.infer<typeof resourceItem>;

/** What the resources can be narrowed to. */
export const resourceFilters = z.object({
  q: z.string().max(200).optional(),
  kind: resourceKind.optional(),
  language: language.optional(),
  theme: z.string().max(120).optional(),
  source: sourceId.optional(),
  capacity: capacity.optional(),
  commitment: z.coerce.number().pipe(commitment).optional(),
});
export type ResourceFilters = z.infer<typeof resourceFilters>;

export const resourcesQuery = pageQuery.extend({ ...resourceFilters.shape, order: z.enum(['newest', 'oldest']).default('newest') });
export type ResourcesQuery = z.infer<typeof resourcesQuery>;
export const resourcesPage = pageOf(resourceItem).meta({ id: 'ResourcesPage' });
export type ResourcesPage = z.infer<typeof resourcesPage>;

export const resourceFacet = z.enum(['kind', 'language', 'theme', 'capacity', 'commitment']);
export type ResourceFacet = z.infer<typeof resourceFacet>;

export const resourceFacets = facetsOf(resourceFacet).meta({ id: 'ResourceFacets' });
export type ResourceFacets = z.infer<typeof resourceFacets>;

/** A resource of the network, whole. */
export const libraryResource = resourceItem
  .pick({ id: true, version: true, source: true, mechanism: true, audience: true, place: true })
  .extend({
    summary: resourceSummary,
    report: resourceReport,
    /** The digests of its files that this server holds. */
    here: z.array(fileDigest),
    /** The newest first; at most 50. */
    versions: z.array(publishedVersion),
  })
  .meta({ id: 'LibraryResource' });
export type LibraryResource = z.infer<typeof libraryResource>;
