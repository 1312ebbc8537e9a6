import { z } from 'zod';
import { country, language, provenance } from '../languages/language.js';
import { capacity } from '../members/mechanism.js';
import { recommendationReference } from '../recommendations/recommendation.js';
import { institutionType, practiceStage, practiceType } from './summary.js';

/** A text in several languages; each language says where its text comes from. */
export const multilingual = (max: number) =>
  z
    .array(z.object({ language, text: z.string().max(max), provenance: provenance.default('human') }))
    .max(5)
    .default([]);

export const buildingBlock = z.object({
  title: multilingual(300),
  description: multilingual(10_000),
  enablingFactors: multilingual(10_000),
  lessons: multilingual(10_000),
  dependencies: multilingual(10_000),
});

export const practiceResult = z.object({
  indicator: multilingual(300),
  unit: z.enum(['count', 'percent', 'days', 'score']),
  before: z.number().optional(),
  after: z.number(),
  /** What a percentage is a percentage of: a share of fewer than ten is not published. */
  denominator: z.int().min(0).optional(),
  year: z.int().optional(),
  evidence: z.string().max(2_000).optional(),
});

/** A person the record names. Never published; the gate looks for these names in every text. */
export const practiceContact = z.object({
  name: z.string().min(1).max(200),
  role: z.string().max(200).optional(),
  email: z.email().optional(),
  phone: z.string().max(40).optional(),
});

/**
 * The full record of a practice as its mechanism keeps it. It never leaves the node: what does is the summary that the
 * publication gate makes of it. `title`, `summary` and the building blocks' titles and descriptions are meant for the public.
 */
export const practiceRecord = z
  .object({
    originalLanguage: language,
    country,
    attribution: z.enum(['mechanism', 'region']).default('mechanism'),
    title: multilingual(300),
    summary: multilingual(10_000),
    context: multilingual(20_000),
    problem: multilingual(20_000),
    buildingBlocks: z.array(buildingBlock).max(12).default([]),
    participation: multilingual(20_000),
    steps: multilingual(20_000),
    resources: multilingual(20_000),
    limits: multilingual(20_000),
    inclusion: multilingual(20_000),
    sustainability: multilingual(20_000),
    transferability: multilingual(20_000),
    type: practiceType,
    stage: practiceStage,
    from: z.iso.date(),
    to: z.iso.date().optional(),
    capacities: z.array(capacity).max(4).default([]),
    themes: z.array(z.string().max(120)).max(20).default([]),
    bodies: z.array(z.string().max(60)).max(20).default([]),
    affectedPersons: z.array(z.string().max(120)).max(20).default([]),
    sdgs: z.array(z.int().min(1).max(17)).max(17).default([]),
    institutions: z
      .array(z.object({ name: z.string().max(300), type: institutionType }))
      .max(40)
      .default([]),
    informationSystems: z.array(z.string().max(300)).max(40).default([]),
    results: z.array(practiceResult).max(20).default([]),
    recommendations: z.array(recommendationReference).max(200).default([]),
    contacts: z.array(practiceContact).max(40).default([]),
    internalNotes: z.string().max(50_000).default(''),
  })
  .meta({ id: 'PracticeRecord' });
export type PracticeRecord = z.infer<typeof practiceRecord>;

/**
 * The record while it is being written: it keeps what was typed, complete or not. Lengths are limited, forms are not; what is still missing
 * is said when it is submitted. A complete record is also a draft.
 */
export const practiceDraftRecord = practiceRecord
  .extend({
    type: practiceType.optional(),
    stage: practiceStage.optional(),
    from: z.string().max(10).optional(),
    to: z.string().max(10).optional(),
    institutions: z
      .array(z.object({ name: z.string().max(300), type: institutionType.optional() }))
      .max(40)
      .default([]),
    results: z
      .array(practiceResult.extend({ unit: practiceResult.shape.unit.optional(), after: z.number().optional() }))
      .max(20)
      .default([]),
    recommendations: z
      .array(z.object({ country: z.string().max(3), documentSymbol: z.string().max(60), paragraph: z.string().max(20) }))
      .max(200)
      .default([]),
    contacts: z
      .array(practiceContact.extend({ name: z.string().max(200), email: z.string().max(254).optional() }))
      .max(40)
      .default([]),
  })
  .meta({ id: 'PracticeDraftRecord' });
export type PracticeDraftRecord = z.infer<typeof practiceDraftRecord>;
