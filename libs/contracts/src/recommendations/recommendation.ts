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
    primaryTheme: z.string().optional(),
    themes: z.array(z.string()),
    affectedPersons: z.array(z.string()),
    sdgs: z.array(z.string()),
  })
  .meta({ id: 'Recommendation' });
export type RecommendationView = z.infer<typeof recommendationView>;

/** Words that are all in the text, and what a recommendation must have; each narrows the list further. */
export const recommendationsQuery = pageQuery.extend({
  q: z.string().max(200).optional(),
  country: country.optional(),
  documentSymbol: z.string().max(60).optional(),
  /** A recommending State, in the spelling of the document. */
  state: z.string().max(100).optional(),
  position: position.optional(),
  theme: z.string().max(200).optional(),
  sdg: z.coerce.number().int().min(1).max(17).optional(),
});
export type RecommendationsQuery = z.infer<typeof recommendationsQuery>;
export const recommendationsPage = pageOf(recommendationView).meta({ id: 'RecommendationsPage' });

/** The State a list is of, and whether to say only what an import would do. */
export const importQuery = z.object({ country, dryRun: z.stringbool().default(false) });
export type ImportQuery = z.infer<typeof importQuery>;

/** What an import did: rows that stand, and a report for each row that does not. */
export const importReport = z
  .object({
    source: z.object({ documentSymbol: z.string().optional(), country, session: z.int().optional(), generation: z.string() }),
    found: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    /** `row` counts the table's heading row as 1; `column` is its heading. */
    problems: z.array(z.object({ row: z.int(), column: z.string(), code: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof importReport>;
