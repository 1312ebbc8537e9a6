import { randomUUID } from 'node:crypto';
import { digestOf } from '@nmirf/anonymisation/digest';
import { prepare, type Prepared } from '@nmirf/anonymisation/gate';
import type { GateDecision } from '@nmirf/anonymisation/text-gate';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { type PracticeRecord, practiceRecord } from '@nmirf/contracts/practices/record';
import { demonstrationPractices } from '../../apps/node/src/demonstration/practices.js';

const CONTEXT = {
  region: 'africa' as const,
  publicNames: [],
  persons: [],
  released: [],
  reviewers: ['R-7K3QD', 'R-2M9XA'],
  day: '2026-11-24',
};

/**
 * As two careful reviewers do: what was found is masked, and what is flagged as a whole (an Arabic text, a practice that few look
 * like) is let through as read.
 */
const decide = ({ key, start, end }: Prepared['findings'][number]): GateDecision =>
  start === end ? { key, decision: 'allow', reason: 'Read by two: it names nobody', confirmed: true } : { key, decision: 'mask' };

const released = (record: PracticeRecord): Omit<PracticePublished, 'practice' | 'version'> => {
  const { findings } = prepare(record, [], CONTEXT);
  const decisions = findings.filter(({ tier }) => tier === 'flag').map(decide);
  const { summary, report, obstacles } = prepare(record, decisions, CONTEXT);
  if (!summary || !report || obstacles.length > 0) throw new Error(`The gate holds back the demonstration: ${JSON.stringify(obstacles)}`);
  return { summary, report };
};

/** The practices of Morocco's demonstration as the gate lets them go, each under an id of its own. */
export const demonstratedPractices = (): readonly PracticePublished[] =>
  demonstrationPractices('MAR').map((record) => ({ practice: randomUUID(), version: 1, ...released(practiceRecord.parse(record)) }));

const first = released(practiceRecord.parse(demonstrationPractices('MAR')[0]));

/** A practice as the gate lets it go, each time another one. */
export const publishedPractice = (): PracticePublished => ({ practice: randomUUID(), version: 1, ...first });

/** One whose summary names an address, as if the gate had been gone round: the hub refuses it. */
export const leakingPractice = (): PracticePublished => {
  const { summary, report, ...practice } = publishedPractice();
  const texts = summary.summary.map((entry) => ({ ...entry, text: `${entry.text} zorka@example.org` }));
  const leaking = { ...summary, summary: texts };
  return { ...practice, summary: leaking, report: { ...report, digest: digestOf(leaking) } };
};
