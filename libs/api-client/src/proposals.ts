import { type ProposalDecision, proposalList, proposalView, type ProposalView } from '@nmirf/contracts/network/proposals';
import type { ApiClient } from './client.js';

/** What stands before the executive committee, as this node's log tells it. */
export const listProposals = (client: ApiClient, signal?: AbortSignal): Promise<ProposalView[]> =>
  client.ask(proposalList, '/api/proposals', { signal });

/** This mechanism's word; it cannot be taken back. */
export const decideProposal = (client: ApiClient, hash: string, decision: ProposalDecision): Promise<ProposalView> =>
  client.ask(proposalView, `/api/proposals/${encodeURIComponent(hash)}/decision`, { method: 'POST', body: decision });
