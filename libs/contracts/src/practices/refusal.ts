import { z } from 'zod';
import { problemDocument } from '../http/problem.js';
import { language } from '../languages/language.js';
import { entityType } from './report.js';

/**
 * One place of a practice that the hub would not take, in terms of the record it is mended in. The hub names places and never words: `words`
 * and what stood around them (at most 24 UTF-16 units each) are read from what this node has sent, and never leave it.
 */
export const refusedPlace = z
  .object({
    /** The field of the record: `summary`, `buildingBlocks.0.title`, `themes`. */
    path: z.string(),
    language: language.optional(),
    type: entityType.optional(),
    code: z.string(),
    detail: z.string(),
    /** Absent where the place is no stretch of a text. */
    stretch: z.object({ before: z.string(), words: z.string(), after: z.string() }).optional(),
    /** What the gate would put in its place, in the language of the text. */
    replacement: z.string().optional(),
  })
  .meta({ id: 'RefusedPlace' });
export type RefusedPlace = z.infer<typeof refusedPlace>;

/** Why the hub sent a practice back, and where it is to be mended. */
export const practiceRefusal = z
  .object({ at: z.iso.datetime(), problem: problemDocument, places: z.array(refusedPlace) })
  .meta({ id: 'PracticeRefusal' });
export type PracticeRefusal = z.infer<typeof practiceRefusal>;
