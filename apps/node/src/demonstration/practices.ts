import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import { practicesOfMorocco } from './practices-morocco.js';
import { practicesOfParaguay } from './practices-paraguay.js';
import { practicesOfPortugal } from './practices-portugal.js';

const byCountry: Readonly<Record<string, () => readonly PracticeRecord[]>> = {
  MAR: practicesOfMorocco,
  PRT: practicesOfPortugal,
  PRY: practicesOfParaguay,
};

/** The practices a demonstration node of this State (ISO 3166-1 alpha-3) begins with: complete records, private parts included. */
export const demonstrationPractices = (country: string): readonly PracticeRecord[] => byCountry[country]?.() ?? [];
