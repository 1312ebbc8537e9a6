import { z } from 'zod';
import { language } from '../languages/language.js';
import { hash } from '../network/names.js';

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

/**
 * The anonymisation report that travels inside the signed message: what was done, in counts only. Never the words, and never
 * hashes of names, for a list of names undoes those.
 */
export const anonymisationReport = z
  .strictObject({
    policy: z.string().max(40),
    engine: z.string().max(80),
    digest: hash,
    languages: z.array(language).min(1),
    fields: z
      .array(z.strictObject({ field: z.string().max(80), action: z.enum(['keep', 'enumerate', 'generalise', 'text', 'count', 'drop']) }))
      .max(80),
    spans: z
      .array(z.strictObject({ type: entityType, masked: z.int().min(0), generalised: z.int().min(0), allowed: z.int().min(0) }))
      .max(20),
    dropped: z.int().min(0),
    suppressedCells: z.int().min(0),
    leakScan: z.strictObject({ clean: z.boolean(), recognisers: z.array(z.string().max(60)).max(60) }),
    review: z.strictObject({ reviewers: z.int().min(0), flags: z.int().min(0), day: z.iso.date().optional() }),
  })
  .meta({ id: 'AnonymisationReport' });
export type AnonymisationReport = z.infer<typeof anonymisationReport>;
