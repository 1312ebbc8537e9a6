import type { ProposalView } from '@nmirf/contracts/network/proposals';
import { useFormats } from '@nmirf/ui/language/use-language';

export const TAKEDOWN = 'network.takedown.v1';

/** What is proposed, in words; types that people do not know yet go by their own name. */
const kinds: Readonly<Record<string, string>> = {
  'network.member.proposed.v1': 'proposals.kind.member',
  'network.status.proposed.v1': 'proposals.kind.status',
  'network.committee.proposed.v1': 'proposals.kind.committee',
  'network.hub.proposed.v1': 'proposals.kind.hub',
  [TAKEDOWN]: 'proposals.kind.takedown',
};

/** The key of the text for a type, if there is one. */
export const kindOf = (type: string): string | undefined => kinds[type];

/** The State a proposal is about, else the node, else nothing. */
export const useSubject = (): ((proposal: ProposalView) => string) => {
  const formats = useFormats();
  return ({ mechanism, about }) => (mechanism === undefined ? (about ?? '') : formats.country(mechanism.country));
};
