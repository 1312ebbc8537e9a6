import { z } from 'zod';

/** Whether trying again can help: never, later (after `Retry-After`), after a re-synchronisation, or with other credentials. */
export const retry = z.enum(['never', 'later', 'resync', 'auth']);
export type Retry = z.infer<typeof retry>;

/** Where in a text of that path: UTF-16 offsets into it, its language, and the kind of thing found there. Never the words. */
const placeInText = {
  language: z.string().max(12).optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  type: z.string().max(40).optional(),
};

/** An RFC 9457 problem document. `code` is part of the API: clients switch on it, so it is never renamed. */
export const problemDocument = z
  .object({
    type: z.string(),
    code: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string().optional(),
    retry: retry.optional(),
    requestId: z.string().optional(),
    /** One entry for each field or row that is wrong: where, a stable code, and what to do, in the caller's language. */
    errors: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string(), ...placeInText })).optional(),
  })
  .loose()
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemDocument>;
