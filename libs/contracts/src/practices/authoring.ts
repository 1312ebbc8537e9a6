import { z } from 'zod';
import { tombstone, withdrawalReason } from '../content/withdrawal.js';
import { pageOf, pageQuery } from '../http/page.js';
import { language } from '../languages/language.js';
import { practiceDraftRecord } from './record.js';
import { anonymisationReport, entityType } from './report.js';
import { practiceSummary } from './summary.js';

export const practiceState = z.enum(['draft', 'in-review', 'released', 'sent-back', 'withdrawn']).meta({ id: 'PracticeState' });
export type PracticeState = z.infer<typeof practiceState>;

/** What was taken back last: the public id it had, by whom (its own mechanism, or the committee) and why. */
export const practiceWithdrawn = z.object({
  practice: z.uuid(),
  why: tombstone.shape.why,
  reason: withdrawalReason,
  purge: z.boolean(),
  at: z.iso.datetime(),
});
export type PracticeWithdrawn = z.infer<typeof practiceWithdrawn>;

/** A practice at its own node. `revision` counts saves: send it back, and a save over somebody else's is refused. */
export const practiceView = z
  .object({
    id: z.uuid(),
    state: practiceState,
    revision: z.int(),
    record: practiceDraftRecord,
    authorId: z.uuid(),
    editedBy: z.uuid(),
    returnReason: z.string().optional(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** The public id and version of its latest release. */
    released: z.object({ practice: z.uuid(), version: z.int(), at: z.iso.datetime() }).optional(),
    withdrawn: practiceWithdrawn.optional(),
    /** When the hub refused its latest release, until it is sent for review again. */
    sentBackAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Practice' });
export type PracticeView = z.infer<typeof practiceView>;

export const practiceListItem = practiceView
  .omit({ record: true })
  .extend({ title: z.string(), titleLanguage: language })
  .meta({ id: 'PracticeListItem' });
export type PracticeListItem = z.infer<typeof practiceListItem>;
export const practicesQuery = pageQuery.extend({ state: practiceState.optional(), q: z.string().max(200).optional() });
export type PracticesQuery = z.infer<typeof practicesQuery>;
export const practicesPage = pageOf(practiceListItem).meta({ id: 'PracticesPage' });

/** A new practice: as much of the record as there is. */
export const practiceAdd = z.object({ record: practiceDraftRecord }).meta({ id: 'PracticeAdd' });
export type PracticeAdd = z.infer<typeof practiceAdd>;
export const practiceSave = z.object({ record: practiceDraftRecord, revision: z.int() }).meta({ id: 'PracticeSave' });
export type PracticeSave = z.infer<typeof practiceSave>;
export const practiceReturn = z.object({ reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'PracticeReturn' });
export type PracticeReturn = z.infer<typeof practiceReturn>;

/** One span the gate found. `start` and `end` are UTF-16 offsets into the field's text in the record. */
export const finding = z
  .object({
    key: z.string(),
    path: z.string(),
    language,
    start: z.int(),
    end: z.int(),
    text: z.string(),
    type: entityType,
    tier: z.enum(['auto', 'flag']),
    by: z.string(),
    /** A code; `detail` says it in the caller’s language. */
    why: z.string(),
    detail: z.string().optional(),
    decision: z.enum(['mask', 'generalise', 'allow']).optional(),
    reason: z.string().optional(),
    /** Keeping it takes a second reviewer, who has confirmed it or not yet. */
    second: z.enum(['needed', 'given']).optional(),
    /** The caller made the decision: somebody else has to confirm it. */
    mine: z.boolean().optional(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof finding>;

/** The gate's page: what would leave, what was found, and whether it may leave now. */
export const reviewView = z
  .object({
    practice: z.uuid(),
    summary: practiceSummary.optional(),
    report: anonymisationReport.optional(),
    findings: z.array(finding),
    /** Why it cannot be released yet: codes with the place and the remedy, in the caller's language. */
    obstacles: z.array(z.object({ code: z.string(), path: z.string(), detail: z.string() })),
    digest: z.string().optional(),
    mayRelease: z.boolean(),
    /** Texts of the record as the reviewer is to read them, where they differ from what was written. */
    shown: z.array(z.object({ path: z.string(), language, text: z.string() })).optional(),
    /** A name that was planted in the text before this reviewer, who has decided about it: taken out (`noticed`) or let through. */
    planted: z.object({ name: z.string(), noticed: z.boolean() }).optional(),
  })
  .meta({ id: 'Review' });
export type ReviewView = z.infer<typeof reviewView>;

/** The reviewer's word on flags, by `key`. Allowing one needs a reason. */
export const reviewDecisions = z
  .object({
    decisions: z
      .array(
        z.object({
          key: z.string().max(200),
          decision: z.enum(['mask', 'generalise', 'allow']),
          reason: z.string().trim().max(500).optional(),
        }),
      )
      .max(2_000),
  })
  .meta({ id: 'ReviewDecisions' });
export type ReviewDecisions = z.infer<typeof reviewDecisions>;

/** Approval binds to the digest of exactly what the reviewer saw. */
export const practiceRelease = z.object({ digest: z.string().length(43) }).meta({ id: 'PracticeRelease' });
export type PracticeRelease = z.infer<typeof practiceRelease>;
