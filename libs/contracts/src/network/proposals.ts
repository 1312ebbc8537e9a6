import { z } from 'zod';
import { contentSubject } from '../content/withdrawal.js';
import { mechanism } from '../members/mechanism.js';
import { hubFile, thresholds } from './governance.js';
import { proposedStatus } from './member-status.js';
import { hash, nodeId, sourceId } from './names.js';

export const proposalState = z.enum(['open', 'accepted', 'rejected', 'void']).meta({ id: 'ProposalState' });

/** A committee, whole, and how many of it must agree to what. */
export const standingCommittee = z.object({ members: z.array(nodeId), thresholds }).meta({ id: 'Committee' });
export type StandingCommittee = z.infer<typeof standingCommittee>;

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
    /** The hub it would make: its address, and the fingerprint of its log key, to be compared by voice. */
    hub: z.object({ url: z.url(), fingerprint: z.string() }).optional(),
    /** The committee it would make, whole. */
    committee: standingCommittee.optional(),
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

/** A committee member's proposal of another committee, whole, with how many of it must agree to what. */
export const committeeProposal = z
  .strictObject({
    committee: z.array(nodeId).min(1).max(20),
    thresholds,
    reason: z.string().trim().min(1).max(LONGEST_REASON),
  })
  .meta({ id: 'CommitteeProposal' });
export type CommitteeProposal = z.infer<typeof committeeProposal>;

/** A committee member's proposal of another server as the hub, or of other keys and another address of this one. */
export const hubProposal = z
  .strictObject({ hub: hubFile, reason: z.string().trim().min(1).max(LONGEST_REASON) })
  .meta({ id: 'HubProposal' });
export type HubProposal = z.infer<typeof hubProposal>;
