import { z } from 'zod';
import { country, language, provenance } from '../languages/language.js';
import { capacity } from '../members/mechanism.js';
import { recommendationReference } from '../recommendations/recommendation.js';

/** A public text in one language. */
const textOf = (max: number) => z.object({ language, text: z.string().min(1).max(max), provenance }).strict();

export const practiceType = z
  .enum([
    'legislation',
    'institution',
    'procedure',
    'information-system',
    'participation',
    'training',
    'data-and-indicators',
    'budgeting',
    'cooperation',
  ])
  .meta({ id: 'PracticeType' });
export const practiceStage = z.enum(['pilot', 'established', 'scaled-up', 'evaluated']).meta({ id: 'PracticeStage' });
export const institutionType = z
  .enum([
    'ministry',
    'interministerial-body',
    'parliament',
    'judiciary',
    'local-government',
    'statistics-office',
    'nhri',
    'ombudsperson',
    'police',
    'academia',
    'civil-society',
    'international-organisation',
    'other-public-body',
  ])
  .meta({ id: 'InstitutionType' });
export type InstitutionType = z.infer<typeof institutionType>;

/** One figure of a result: a count or a share, before and after. */
export const publicResult = z
  .strictObject({
    indicator: z.array(textOf(160)).min(1).max(5),
    unit: z.enum(['count', 'percent', 'days', 'score']),
    before: z.number().optional(),
    after: z.number(),
    year: z.int().optional(),
  })
  .meta({ id: 'PublicResult' });

export const publicBuildingBlock = z
  .strictObject({ title: z.array(textOf(120)).min(1).max(5), description: z.array(textOf(600)).max(5) })
  .meta({ id: 'PublicBuildingBlock' });

/**
 * What leaves a mechanism about a practice: an allow-list, generalised values and short reviewed texts. Every property that is
 * not named here is dropped before anything is signed, and refused by the hub. Lengths in characters.
 */
export const practiceSummary = z
  .strictObject({
    attribution: z.enum(['mechanism', 'region']),
    country: country.optional(),
    region: z.enum(['africa', 'americas', 'asia-pacific', 'europe', 'middle-east-north-africa']),
    originalLanguage: language,
    title: z.array(textOf(120)).min(1).max(5),
    summary: z.array(textOf(1_200)).min(1).max(5),
    buildingBlocks: z.array(publicBuildingBlock).max(12),
    type: practiceType,
    stage: practiceStage,
    fromYear: z.int().min(1945).max(2200),
    toYear: z.int().min(1945).max(2200).optional(),
    /** The years are the first of periods of so many: a single year would have told too much. */
    yearSpan: z.literal(5).optional(),
    capacities: z.array(capacity).max(4),
    themes: z.array(z.string().max(120)).max(20),
    bodies: z.array(z.string().max(60)).max(20),
    affectedPersons: z.array(z.string().max(120)).max(20),
    sdgs: z.array(z.int().min(1).max(17)).max(17),
    institutions: z.array(institutionType).max(13),
    results: z.array(publicResult).max(20),
    recommendations: z.array(recommendationReference).max(200),
    licence: z.literal('CC-BY-4.0'),
  })
  .meta({ id: 'PracticeSummary' });
export type PracticeSummary = z.infer<typeof practiceSummary>;
