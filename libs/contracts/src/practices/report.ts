import { z } from 'zod';
import { language } from '../languages/language.js';
import { hash } from '../network/names.js';
import { fieldAction } from './policy.js';

/** Who reviewed, for everybody outside the mechanism: random, and the same for one person. */
export const reviewerPseudonym = z.string().regex(/^R-[0-9A-HJKMNP-TV-Z]{5}$/);

/** What kind of thing a span names. */
export const entityType = z
  .enum([
    'person',
    'contact',
    'email',
    'phone',
    'url',
    'ip',
    'account',
    'identifier',
    'case-number',
    'date',
    'age',
    'place',
    'organisation',
    'role',
    'quasi',
    'number',
    'unknown',
  ])
  .meta({ id: 'EntityType' });
export type EntityType = z.infer<typeof entityType>;

const count = z.int().min(0);
/** Per cent. */
const share = z.number().min(0).max(100);

/** What this very engine was measured to find, on sets kept for it: whole entities hidden or flagged, in per cent. */
export const measuredRecall = z.strictObject({ personsLatin: share, personsArabic: share, contacts: share });
export type MeasuredRecall = z.infer<typeof measuredRecall>;

/** How one of the three questions of WP29 Opinion 05/2014 was answered: by a rule that holds, or by people who looked. */
export const riskAnswer = z.enum(['by-rule', 'by-review']);

/**
 * The anonymisation report that travels inside the signed message: what was done, in counts only. Never the words, and never
 * hashes of names, for a list of names undoes those. What the policy says for every practice is named by its version
 * (`publicationPolicies`) and not repeated: `actions` are the fields that were treated otherwise.
 */
export const anonymisationReport = z
  .strictObject({
    /** `digest` is the SHA-256 of `JSON.stringify` of the policy of that version. */
    policy: z.strictObject({ version: z.string().max(9), digest: hash }),
    /** `digest` is over the recognisers with their versions and the digests of the taggers' weights. */
    engine: z.strictObject({ version: z.string().max(40), digest: hash, measured: measuredRecall.optional() }),
    /** SHA-256 of `JSON.stringify(summary)`. */
    digest: hash,
    languages: z.array(language).min(1),
    actions: z.array(z.strictObject({ field: z.string().max(80), action: fieldAction })).max(80),
    spans: z.array(z.strictObject({ type: entityType, masked: count, generalised: count, allowed: count })).max(20),
    /** Values that stayed at the mechanism. */
    dropped: count,
    /** Figures withheld for being small, and figures rounded. */
    suppression: z.strictObject({ withheld: count, rounded: count }),
    /** In the mechanism's own releases, this one among them: how many look like it beside their texts, and of how many types they are. */
    anonymity: z.strictObject({ k: z.int().min(1), l: z.int().min(1) }),
    risks: z.strictObject({ singlingOut: riskAnswer, linkability: riskAnswer, inference: riskAnswer }),
    leakScan: z.strictObject({ clean: z.boolean() }),
    review: z.strictObject({
      /** Pseudonyms that the mechanism alone can resolve. */
      reviewers: z.array(reviewerPseudonym).max(40),
      flags: count,
      /** Decisions to keep something that a second reviewer confirmed. */
      confirmed: count,
      day: z.iso.date().optional(),
    }),
  })
  .meta({ id: 'AnonymisationReport' });
export type AnonymisationReport = z.infer<typeof anonymisationReport>;
