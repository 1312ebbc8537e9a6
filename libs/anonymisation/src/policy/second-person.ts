import type { Finding } from '@nmirf/contracts/practices/authoring';

/** Special categories of data (health, ethnicity, religion), Arabic that was read, and a practice too few others look like. */
const ALWAYS: ReadonlySet<string> = new Set(['quasi-health', 'quasi-group', 'arabic-reading', 'few-alike']);

/** Whether keeping what was found takes a second reviewer: what the gate was sure of, counts under ten, and what is listed above. */
export const needsSecondPerson = ({ tier, type, why }: Pick<Finding, 'tier' | 'type' | 'why'>): boolean =>
  tier === 'auto' || type === 'number' || ALWAYS.has(why);
