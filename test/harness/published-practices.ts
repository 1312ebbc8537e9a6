import { randomUUID } from 'node:crypto';
import { prepare } from '@nmirf/anonymisation/gate';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { practiceRecord } from '@nmirf/contracts/practices/record';
import { demonstrationPractices } from '../../apps/node/src/demonstration/practices.js';

const CONTEXT = {
  region: 'africa' as const,
  publicNames: [],
  persons: [],
  released: [],
  reviewers: ['R-7K3QD', 'R-2M9XA'],
  day: '2026-11-24',
};

const released = (() => {
  const record = practiceRecord.parse(demonstrationPractices('MAR')[0]);
  const { findings } = prepare(record, [], CONTEXT);
  const decisions = findings.filter(({ tier }) => tier === 'flag').map(({ key }) => ({ key, decision: 'mask' as const }));
  const { summary, report, obstacles } = prepare(record, decisions, CONTEXT);
  if (!summary || !report || obstacles.length > 0) throw new Error(`The gate holds back the demonstration: ${JSON.stringify(obstacles)}`);
  return { summary, report };
})();

/** A practice as the gate lets it go, each time another one. */
export const publishedPractice = (): PracticePublished => ({ practice: randomUUID(), version: 1, ...released });
