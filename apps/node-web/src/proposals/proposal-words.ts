import type { ProposalView } from '@nmirf/contracts/network/proposals';
import { useFormats } from '@nmirf/ui/language/use-language';

/** The State a proposal is about, else the node, else nothing. */
export const useSubject = (): ((proposal: ProposalView) => string) => {
  const formats = useFormats();
  return ({ mechanism, about }) => (mechanism === undefined ? (about ?? '') : formats.country(mechanism.country));
};
