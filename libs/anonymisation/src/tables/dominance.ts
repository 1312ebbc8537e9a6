import { sum } from './count-table.js';

/** The (n, k) rule of Eurostat: the two largest givers of a sum may not make up more than 85 % of it. */
const LARGEST_GIVERS = 2;
const SHARE = 0.85;

/** Whether a sum of amounts gives its largest givers away and may not be published. Amounts are not negative. */
export const isDominated = (amounts: readonly number[]): boolean => {
  const all = sum(amounts);
  if (all === 0) return false;
  const largest = [...amounts].sort((a, b) => b - a).slice(0, LARGEST_GIVERS);
  return sum(largest) > SHARE * all;
};
