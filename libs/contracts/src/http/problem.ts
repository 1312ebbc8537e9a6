import { z } from 'zod';

/** Whether trying again can help: never, later (after `Retry-After`), after a re-synchronisation, or with other credentials. */
export const retry = z.enum(['never', 'later', 'resync', 'auth']);
export type Retry = z.infer<typeof retry>;

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
    errors: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .loose()
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemDocument>;
