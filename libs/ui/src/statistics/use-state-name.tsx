import type { NetworkStatistics } from '@nmirf/contracts/statistics/statistics';
import { useFormats } from '../language/use-language.js';

/** The State behind a table, in the reader's language. */
export const useStateName = (): ((of: Pick<NetworkStatistics, 'mechanism' | 'source'>) => string) => {
  const formats = useFormats();
  return ({ mechanism, source }) => (mechanism === undefined ? source : formats.country(mechanism.country));
};
