import { z } from 'zod';
import { anonymisationReport } from './report.js';
import { practiceSummary } from './summary.js';

/**
 * Data of `practice.published.v1`. `practice` is a random id made for publication: the link to the record stays at the node.
 * `report.digest` is the SHA-256 of `JSON.stringify(summary)` in UTF-8, so an approval binds to exactly this text.
 */
export const practicePublished = z
  .strictObject({ practice: z.uuid(), version: z.int().min(1), summary: practiceSummary, report: anonymisationReport })
  .meta({ id: 'PracticePublished' });
export type PracticePublished = z.infer<typeof practicePublished>;
