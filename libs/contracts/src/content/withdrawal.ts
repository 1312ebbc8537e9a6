import { z } from 'zod';
import { hash, nodeId, sourceId } from '../network/names.js';

/** What is published, by its kind and its public id. A message about it has this for its subject. */
export const contentSubject = z.string().regex(/^(?:practice|resource):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/**
 * Why content is taken back. A closed list, because these words stay in the log for ever: nobody can write into it what another person
 * would then have to take back.
 */
export const withdrawalReason = z
  .enum(['outdated', 'mistaken', 'personal-data', 'safety', 'rights', 'other'])
  .meta({ id: 'WithdrawalReason' });
export type WithdrawalReason = z.infer<typeof withdrawalReason>;

/** The messages that brought it, by their hashes: whoever audits the log sees which erased leaf stands for which withdrawal. */
const target = z.array(hash).min(1).max(200);

/** Data of `….withdrawn.v1`: its author takes back what the message's subject names. `purge`: and every copy of the text is erased. */
export const withdrawn = z.strictObject({ target, reason: withdrawalReason, purge: z.boolean() });
export type Withdrawn = z.infer<typeof withdrawn>;

/** A proposal to the executive committee: content of member `id` is to be erased everywhere. */
export const takedownProposed = z.strictObject({ id: nodeId, subject: contentSubject, target, reason: withdrawalReason });
export type TakedownProposed = z.infer<typeof takedownProposed>;

/** How a mechanism takes back what it published. */
export const withdrawal = z.strictObject({ reason: withdrawalReason, purge: z.boolean() }).meta({ id: 'Withdrawal' });
export type Withdrawal = z.infer<typeof withdrawal>;

/** How a takedown is proposed. */
export const takedown = z.strictObject({ subject: contentSubject, reason: withdrawalReason }).meta({ id: 'Takedown' });
export type Takedown = z.infer<typeof takedown>;

/** What is left of content that was taken back: that it was there, who took it back and why. */
export const tombstone = z
  .object({
    subject: contentSubject,
    source: sourceId,
    /** `withdrawn` by its author, or `erased` by a decision of the executive committee. */
    why: z.enum(['withdrawn', 'erased']),
    reason: withdrawalReason,
    purged: z.boolean(),
    /** The position in the log of the withdrawal, or of the decision that sufficed, and when the hub received it. */
    position: z.int(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Tombstone' });
export type Tombstone = z.infer<typeof tombstone>;
