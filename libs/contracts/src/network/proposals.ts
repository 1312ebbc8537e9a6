import { z } from 'zod';
import { contentSubject } from '../content/withdrawal.js';
import { mechanism } from '../members/mechanism.js';
import { hash, nodeId, sourceId } from './names.js';

export const proposalState = z.enum(['open', 'accepted', 'rejected', 'void']).meta({ id: 'ProposalState' });

/** What the committee can make of a member: suspended, active again, or revoked for good. */
export const proposedStatus = z.enum(['active', 'suspended', 'revoked']).meta({ id: 'ProposedStatus' });
export type ProposedStatus = z.infer<typeof proposedStatus>;

/** A proposal to the executive committee, as the log tells it. `void`: agreed to when its conditions no longer held. */
export const proposalView = z
  .object({
    hash,
    type: z.string(),
    by: sourceId,
    position: z.int(),
    state: proposalState,
    /** The mechanism it is about, where it is about one. */
    about: nodeId.optional(),
    mechanism: mechanism.optional(),
    /** Of the proposed `msg` key: what the officers compared by voice. */
    fingerprint: z.string().optional(),
    reason: z.string().optional(),
    /** The status it would give a member, where it is about one. */
    status: proposedStatus.optional(),
    /** The content it is about, where it is about content. */
    subject: contentSubject.optional(),
    votes: z.array(z.object({ by: nodeId, decision: z.enum(['approve', 'reject']), position: z.int() })),
    needed: z.int(),
    /** Whether this node can still say its word. */
    open: z.boolean(),
    /** This node's word that is on its way or already in the log. */
    own: z.enum(['approve', 'reject']).optional(),
  })
  .meta({ id: 'Proposal' });
export type ProposalView = z.infer<typeof proposalView>;
export const proposalList = z.array(proposalView);

export const proposalDecision = z.strictObject({ decision: z.enum(['approve', 'reject']) }).meta({ id: 'ProposalDecision' });
export type ProposalDecision = z.infer<typeof proposalDecision>;

/** Characters of a reason that stands in the log. */
export const LONGEST_REASON = 2_000;

/** A committee member's proposal to change the status of another. The reason stands in the public log for ever. */
export const statusProposal = z
  .strictObject({ id: nodeId, status: proposedStatus, reason: z.string().trim().min(1).max(LONGEST_REASON) })
  .meta({ id: 'StatusProposal' });
export type StatusProposal = z.infer<typeof statusProposal>;
