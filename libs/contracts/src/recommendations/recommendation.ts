import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { country } from '../languages/language.js';

/** The State's position on a recommendation of the Universal Periodic Review. */
export const position = z.enum(['supported', 'noted', 'supported-in-part', 'pending']).meta({ id: 'Position' });
export type Position = z.infer<typeof position>;

/** What a practice says about a recommendation it answers; enough to find it in the public record. */
export const recommendationReference = z
  .object({ country, documentSymbol: z.string().min(3).max(60), paragraph: z.string().min(1).max(20) })
  .meta({ id: 'RecommendationReference' });
export type RecommendationReference = z.infer<typeof recommendationReference>;

/** One recommendation as a node tracks it. */
export const recommendationView = z
  .object({
    id: z.uuid(),
    country,
    body: z.string(),
    cycle: z.int().optional(),
    session: z.int().optional(),
    year: z.int().optional(),
    documentSymbol: z.string(),
    paragraph: z.string(),
    text: z.string(),
    recommendingStates: z.array(z.string()),
    position,
    positionSource: z.string().optional(),
    themes: z.array(z.string()),
    affectedPersons: z.array(z.string()),
    sdgs: z.array(z.string()),
  })
  .meta({ id: 'Recommendation' });
export type RecommendationView = z.infer<typeof recommendationView>;

export const recommendationsQuery = pageQuery.extend({
  q: z.string().max(200).optional(),
  position: position.optional(),
  theme: z.string().max(200).optional(),
  sdg: z.coerce.number().int().min(1).max(17).optional(),
});
export type RecommendationsQuery = z.infer<typeof recommendationsQuery>;
export const recommendationsPage = pageOf(recommendationView).meta({ id: 'RecommendationsPage' });

/** What an import did: rows that stand, and a report for each row that does not. */
export const importReport = z
  .object({
    source: z.object({ documentSymbol: z.string().optional(), country, session: z.int().optional(), generation: z.string() }),
    found: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    problems: z.array(z.object({ row: z.int(), column: z.string(), code: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof importReport>;
