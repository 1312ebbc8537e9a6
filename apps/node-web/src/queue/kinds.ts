import type { MessageType } from '@nmirf/contracts/network/message-types';

/** What every message of the protocol is, in words; one that the protocol gains does not compile until it has its words. */
const kinds: Readonly<Record<MessageType, string>> = {
  'network.genesis.v1': 'queue.kind.genesis',
  'network.member.proposed.v1': 'queue.kind.memberProposal',
  'network.member.left.v1': 'queue.kind.leaving',
  'network.status.proposed.v1': 'queue.kind.statusProposal',
  'network.committee.proposed.v1': 'queue.kind.committeeProposal',
  'network.hub.proposed.v1': 'queue.kind.hubProposal',
  'network.takedown.v1': 'queue.kind.takedown',
  'network.decision.v1': 'queue.kind.decision',
  'network.key.revoked.v1': 'queue.kind.revocation',
  'node.key.rotated.v1': 'queue.kind.rotation',
  'node.agreement-key.v1': 'queue.kind.agreementKey',
  'practice.published.v1': 'queue.kind.practice',
  'practice.withdrawn.v1': 'queue.kind.withdrawal',
  'resource.published.v1': 'queue.kind.resource',
  'resource.sealed.published.v1': 'queue.kind.sealedResource',
  'resource.withdrawn.v1': 'queue.kind.resourceWithdrawal',
  'statistics.published.v1': 'queue.kind.statistics',
  'statistics.withdrawn.v1': 'queue.kind.statisticsWithdrawal',
};
const known: ReadonlyMap<string, string> = new Map(Object.entries(kinds));

/** The key of its text; a type of a later protocol has none and goes by its own name. */
export const kindOf = (type: string): string | undefined => known.get(type);
