import { z } from 'zod';

/** How many planted names a reviewer has met at the gate, and how many of them were taken out. It never leaves the node. */
export const reviewerAttention = z
  .object({ person: z.object({ id: z.uuid(), name: z.string() }), met: z.int(), noticed: z.int() })
  .meta({ id: 'ReviewerAttention' });
export type ReviewerAttention = z.infer<typeof reviewerAttention>;

/** The caller's own figures; everybody's for who oversees reviewers. `oneIn`: a name is planted in one review of so many, 0 for none. */
export const attentionList = z.object({ oneIn: z.int(), items: z.array(reviewerAttention) }).meta({ id: 'AttentionList' });
export type AttentionList = z.infer<typeof attentionList>;
