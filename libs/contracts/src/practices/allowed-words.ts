import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { language } from '../languages/language.js';

/**
 * A word the gate asks about no more, because a reviewer of this mechanism let it through: who, when, in which practice and why. Folded:
 * lower case, no accents. It never leaves the node.
 */
export const allowedWord = z
  .object({
    word: z.string(),
    reason: z.string(),
    /** Absent when the account is no more. */
    by: z.object({ id: z.uuid(), name: z.string() }).optional(),
    at: z.iso.datetime(),
    practice: z.object({ id: z.uuid(), title: z.string(), titleLanguage: language }).optional(),
  })
  .meta({ id: 'AllowedWord' });
export type AllowedWordView = z.infer<typeof allowedWord>;

/** `q`: a part of the word or of the reason. The cursor is the last word of a page. */
export const allowedWordsQuery = pageQuery.extend({ q: z.string().max(200).optional() });
export type AllowedWordsQuery = z.infer<typeof allowedWordsQuery>;
export const allowedWordsPage = pageOf(allowedWord).meta({ id: 'AllowedWordsPage' });
export type AllowedWordsPage = z.infer<typeof allowedWordsPage>;
