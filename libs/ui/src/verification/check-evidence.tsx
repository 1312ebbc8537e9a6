import type { LogEvidence } from '@nmirf/contracts/network/log';
import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import type { CheckStep } from './evidence-check.js';

export const checkEvidence = async (practice: LibraryPractice, evidence: LogEvidence): Promise<readonly CheckStep[]> =>
  Promise.resolve([{ name: 'content', holds: practice.place.position === evidence.position }]);
