import { z } from 'zod';
import { country, language } from '../languages/language.js';
import { memberStatus } from '../network/member-status.js';
import { nodeId } from '../network/names.js';

/** OHCHR's four capacities of a national mechanism. */
export const capacity = z.enum(['engagement', 'coordination', 'consultation', 'information-management']).meta({ id: 'Capacity' });
export type Capacity = z.infer<typeof capacity>;

/** How a mechanism is built, after OHCHR's study of national mechanisms. */
export const mechanismKind = z
  .enum(['ad-hoc', 'ministerial', 'interministerial', 'institutionally-separate'])
  .meta({ id: 'MechanismKind' });

/** The public record of a national mechanism: facts and public functions, never a person. */
export const mechanism = z
  .object({
    country,
    region: z.enum(['africa', 'americas', 'asia-pacific', 'europe', 'middle-east-north-africa']),
    names: z
      .array(z.object({ language, value: z.string().min(1).max(300) }))
      .min(1)
      .max(5),
    kind: mechanismKind,
    languages: z.array(language).min(1),
    established: z.int().min(1945).max(2200).optional(),
    url: z.url().optional(),
  })
  .meta({ id: 'Mechanism' });
export type Mechanism = z.infer<typeof mechanism>;

/** A member as the network sees it. */
export const memberView = z
  .object({
    id: nodeId,
    mechanism,
    status: memberStatus,
    since: z.iso.datetime(),
    committee: z.boolean(),
    practices: z.int(),
    /** Whether it has announced a key, so that something can be shared with it alone. */
    sealable: z.boolean(),
    keys: z.array(
      z.object({ kid: z.string(), use: z.enum(['msg', 'wit', 'rec']), fingerprint: z.string(), from: z.int(), to: z.int().optional() }),
    ),
  })
  .meta({ id: 'Member' });
export type MemberView = z.infer<typeof memberView>;
