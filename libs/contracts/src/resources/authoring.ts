import { z } from 'zod';
import { language } from '../languages/language.js';
import { capacity } from '../members/mechanism.js';
import { practiceState, practiceView, practiceWithdrawn, reviewView } from '../practices/authoring.js';
import { multilingual } from '../practices/record.js';
import { pageOf, pageQuery } from '../http/page.js';
import { commitment, licence, resourceAudience, resourceFile, resourceKind, resourceReport, resourceSummary } from './resource.js';

/** A resource as its mechanism writes it. All of it is meant for the network; nothing is kept back but what the gate takes out. */
export const resourceRecord = z
  .object({
    originalLanguage: language,
    title: multilingual(300),
    summary: multilingual(1_000),
    kind: resourceKind.default('guide'),
    languages: z.array(language).max(5).default([]),
    themes: z.array(z.string().max(120)).max(20).default([]),
    capacities: z.array(capacity).max(4).default([]),
    commitments: z.array(commitment).max(9).default([]),
    licence: licence.default('CC-BY-4.0'),
    files: z.array(resourceFile).max(10).default([]),
    audience: resourceAudience.default('*'),
    /** Empty, or an address that begins with https://. Checked when it is submitted. */
    link: z.string().max(500).optional(),
  })
  .meta({ id: 'ResourceRecord' });
export type ResourceRecord = z.infer<typeof resourceRecord>;

/** A resource at its own node; states and steps are those of a practice. */
export const resourceView = practiceView
  .omit({ record: true, released: true, withdrawn: true })
  .extend({
    record: resourceRecord,
    released: z.object({ resource: z.uuid(), version: z.int(), at: z.iso.datetime() }).optional(),
    withdrawn: practiceWithdrawn.omit({ practice: true }).extend({ resource: z.uuid() }).optional(),
  })
  .meta({ id: 'OwnResource' });
export type ResourceView = z.infer<typeof resourceView>;

export const resourceListItem = resourceView
  .omit({ record: true })
  .extend({ title: z.string(), titleLanguage: language, kind: resourceKind, files: z.int(), audience: resourceAudience })
  .meta({ id: 'OwnResourceItem' });
export type ResourceListItem = z.infer<typeof resourceListItem>;

export const ownResourcesQuery = pageQuery.extend({ state: practiceState.optional(), q: z.string().max(200).optional() });
export type OwnResourcesQuery = z.infer<typeof ownResourcesQuery>;
export const ownResourcesPage = pageOf(resourceListItem).meta({ id: 'OwnResourcesPage' });
export type OwnResourcesPage = z.infer<typeof ownResourcesPage>;

export const resourceAdd = z.object({ record: resourceRecord }).meta({ id: 'ResourceAdd' });
export type ResourceAdd = z.infer<typeof resourceAdd>;
export const resourceSave = z.object({ record: resourceRecord, revision: z.int() }).meta({ id: 'ResourceSave' });
export type ResourceSave = z.infer<typeof resourceSave>;

/** The gate's page of a resource. */
export const resourceReview = reviewView
  .omit({ practice: true, summary: true, report: true })
  .extend({ resource: z.uuid(), summary: resourceSummary.optional(), report: resourceReport.optional() })
  .meta({ id: 'ResourceReview' });
export type ResourceReview = z.infer<typeof resourceReview>;

/** Approval binds to the digest of what the reviewer saw; `filesRead`: a person has opened every file and answers for what stands in it. */
export const resourceRelease = z.object({ digest: z.string().length(43), filesRead: z.literal(true) }).meta({ id: 'ResourceRelease' });
export type ResourceRelease = z.infer<typeof resourceRelease>;
