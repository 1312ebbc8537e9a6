import { z } from 'zod';
import { idPageQuery, pageOf, pageQuery } from '../http/page.js';
import { problemDocument } from '../http/problem.js';
import { hash } from './names.js';

/** A message on its way: draft → sealed → accepted → proven, or refused and set aside for a human. */
export const outgoingState = z.enum(['draft', 'sealed', 'accepted', 'proven', 'refused']).meta({ id: 'OutgoingState' });
export type OutgoingState = z.infer<typeof outgoingState>;

export const outgoingView = z
  .object({
    id: z.uuid(),
    state: outgoingState,
    type: z.string(),
    subject: z.string(),
    title: z.string().optional(),
    epoch: z.int().optional(),
    seq: z.int().optional(),
    hash: hash.optional(),
    position: z.int().optional(),
    createdAt: z.iso.datetime(),
    sealedAt: z.iso.datetime().optional(),
    acceptedAt: z.iso.datetime().optional(),
    provenAt: z.iso.datetime().optional(),
    /** A message accepted for ten minutes and not yet proven is a warning, for a day an alarm. */
    alert: z.enum(['late', 'alarm']).optional(),
    problem: problemDocument.optional(),
    /** The files it waits for: bytes in all, and bytes that the hub has. Absent when it waits for none. */
    files: z.object({ size: z.int(), held: z.int() }).optional(),
    /** What the refused places say, in the order of the problem's errors; known here alone, for the hub names places and never words. */
    refused: z.array(z.string()).optional(),
    /** The practice at this node that the message publishes: where a refusal is mended. */
    practiceId: z.uuid().optional(),
    /** The same for a resource. */
    resourceId: z.uuid().optional(),
  })
  .meta({ id: 'OutgoingMessage' });
export type OutgoingView = z.infer<typeof outgoingView>;
export const queueQuery = idPageQuery.extend({ state: outgoingState.optional() });
export type QueueQuery = z.infer<typeof queueQuery>;
export const queuePage = pageOf(outgoingView).meta({ id: 'QueuePage' });

/**
 * A message that stands proven in the log and is shown nowhere, because this server cannot read what it says. `unknown-schema`: it is of
 * another version than this server knows. `data-invalid`: it does not have the shape its schema promises. `distrusted`: a thief may have
 * signed it, for its key was taken back from that position on.
 */
export const quarantinedView = z
  .object({
    position: z.int(),
    source: z.string(),
    type: z.string(),
    dataschema: z.string(),
    why: z.enum(['unknown-schema', 'data-invalid', 'distrusted', 'not-opened', 'not-passed']),
  })
  .meta({ id: 'QuarantinedMessage' });
export type QuarantinedView = z.infer<typeof quarantinedView>;
/** Newest first; the cursor is the position of the last item. */
export const quarantineQuery = pageQuery.extend({ after: z.coerce.number().int().nonnegative().optional() });
export type QuarantineQuery = z.infer<typeof quarantineQuery>;
export const quarantinePage = pageOf(quarantinedView).meta({ id: 'QuarantinePage' });

/**
 * How the link to the hub is. `stopped` names a proof that failed: nothing is applied until a human has looked. Where it stops `only`
 * what is sent, the log is still followed.
 */
export const linkView = z
  .object({
    enrolled: z.boolean(),
    node: z.string().optional(),
    hub: z.string().optional(),
    status: z.enum(['up', 'down', 'waiting', 'stopped']),
    lastContactAt: z.iso.datetime().optional(),
    nextTryAt: z.iso.datetime().optional(),
    failures: z.int(),
    stopped: z
      .object({
        code: z.string(),
        position: z.int().optional(),
        detail: z.string(),
        at: z.iso.datetime(),
        only: z.literal('sending').optional(),
      })
      .optional(),
    verifiedSize: z.int(),
    root: hash.optional(),
  })
  .meta({ id: 'Link' });
export type LinkView = z.infer<typeof linkView>;

/** What everybody at a node may know of the link: whether the hub is there, and since when not. */
export const linkStatus = linkView.pick({ status: true, lastContactAt: true }).meta({ id: 'LinkStatus' });
export type LinkStatus = z.infer<typeof linkStatus>;
