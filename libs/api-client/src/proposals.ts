import {
  type CommitteeProposal,
  type HubProposal,
  type ProposalDecision,
  proposalList,
  proposalView,
  type ProposalView,
  standingCommittee as standingSchema,
  type StandingCommittee,
  type StatusProposal,
} from '@nmirf/contracts/network/proposals';
import type { ApiClient } from './client.js';

/** What stands before the executive committee, as this node's log tells it. */
export const listProposals = (client: ApiClient, signal?: AbortSignal): Promise<ProposalView[]> =>
  client.ask(proposalList, '/api/proposals', { signal });

/** This mechanism's word; it cannot be taken back. */
export const decideProposal = (client: ApiClient, hash: string, decision: ProposalDecision): Promise<ProposalView> =>
  client.ask(proposalView, `/api/proposals/${encodeURIComponent(hash)}/decision`, { method: 'POST', body: decision });

/** Proposes a change of a member's status; it cannot be taken back. */
export const proposeStatus = (client: ApiClient, proposal: StatusProposal): Promise<void> =>
  client.tell('/api/proposals/status', { method: 'POST', body: proposal });

/** The committee as it is now. */
export const standingCommittee = (client: ApiClient, signal?: AbortSignal): Promise<StandingCommittee> =>
  client.ask(standingSchema, '/api/proposals/committee', { signal });

/** Proposes another committee, whole; it cannot be taken back. */
export const proposeCommittee = (client: ApiClient, proposal: CommitteeProposal): Promise<void> =>
  client.tell('/api/proposals/committee', { method: 'POST', body: proposal });

/** Proposes another server as the hub; it cannot be taken back. */
export const proposeHub = (client: ApiClient, proposal: HubProposal): Promise<void> =>
  client.tell('/api/proposals/hub', { method: 'POST', body: proposal });
