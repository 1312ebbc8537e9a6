import { z } from 'zod';
import { facetsOf } from '../http/facets.js';
import { pageOf, pageQuery } from '../http/page.js';
import { country, language } from '../languages/language.js';
import { mechanism } from '../members/mechanism.js';
import { hash, nodeId } from '../network/names.js';
import { anonymisationReport } from './report.js';
import { practiceSummary } from './summary.js';

/** Where a practice stands in the log. `receivedAt` is the leaf's time, the only authoritative one. */
export const logPlace = z.object({ position: z.int(), messageHash: hash, receivedAt: z.iso.datetime() }).meta({ id: 'LogPlace' });

/** One version of something that was published, by its message. */
export const publishedVersion = logPlace.extend({ version: z.int() }).meta({ id: 'PublishedVersion' });
export type PublishedVersion = z.infer<typeof publishedVersion>;

export const libraryItem = z
  .object({
    id: z.uuid(),
    version: z.int(),
    source: nodeId,
    country: z.string().optional(),
    region: z.string(),
    title: practiceSummary.shape.title,
    summary: practiceSummary.shape.summary,
    originalLanguage: language,
    languages: z.array(language),
    type: practiceSummary.shape.type,
    themes: z.array(z.string()),
    sdgs: z.array(z.int()),
    place: logPlace,
  })
  .meta({ id: 'LibraryItem' });
export type LibraryItem = z.infer<typeof libraryItem>;

/** Practices are found by the years they began in, so many together: the gate publishes some with no more than that. */
export const BEGINNINGS = 5;

/** What the library can be narrowed to. `year` finds what began in the same five years; `country` knows only those that name their State. */
export const libraryFilters = z.object({
  q: z.string().max(200).optional(),
  language: language.optional(),
  source: nodeId.optional(),
  theme: z.string().max(120).optional(),
  sdg: z.coerce.number().int().min(1).max(17).optional(),
  region: practiceSummary.shape.region.optional(),
  country: country.optional(),
  type: practiceSummary.shape.type.optional(),
  year: z.coerce.number().int().min(1945).max(2200).optional(),
});
export type LibraryFilters = z.infer<typeof libraryFilters>;

export const libraryQuery = pageQuery.extend({ ...libraryFilters.shape, order: z.enum(['newest', 'oldest']).default('newest') });
export type LibraryQuery = z.infer<typeof libraryQuery>;
export const libraryPage = pageOf(libraryItem).meta({ id: 'LibraryPage' });

export const libraryFacet = z.enum(['theme', 'region', 'country', 'type', 'language', 'sdg', 'year']);
export type LibraryFacet = z.infer<typeof libraryFacet>;

export const libraryFacets = facetsOf(libraryFacet).meta({ id: 'LibraryFacets' });
export type LibraryFacets = z.infer<typeof libraryFacets>;

/** A practice of the network's library, whole. */
export const libraryPractice = z
  .object({
    id: z.uuid(),
    version: z.int(),
    source: nodeId,
    mechanism: mechanism.optional(),
    summary: practiceSummary,
    report: anonymisationReport,
    place: logPlace,
    /** The newest first; at most 50. */
    versions: z.array(publishedVersion),
  })
  .meta({ id: 'LibraryPractice' });
export type LibraryPractice = z.infer<typeof libraryPractice>;
