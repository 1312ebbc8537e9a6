// @ts-check
import { createHash, randomUUID } from 'node:crypto';
import { prepare } from '../../libs/anonymisation/dist/gate.js';
import { practiceRecord } from '../../libs/contracts/dist/practices/record.js';
import { demonstrationPractices } from '../../apps/node/dist/demonstration/practices.js';

const CONTEXT = /** @type {const} */ ({
  region: 'africa',
  publicNames: [],
  persons: [],
  released: [],
  reviewers: ['R-7K3QD', 'R-2M9XA'],
  day: '2026-11-24',
});

/** A full record of the demonstration, and what the gate makes of it. */
export const record = practiceRecord.parse(demonstrationPractices('PRT')[0]);
export const gate = () => prepare(record, [], CONTEXT);

/** A document of 2 KB, as the goals suppose: one language and one building block. */
const small = (() => {
  const { summary, report } = prepare({ ...record, buildingBlocks: record.buildingBlocks.slice(0, 1), results: [] }, [], CONTEXT);
  if (!summary || !report) throw new Error('The gate holds back the demonstration');
  const one = (/** @type {typeof summary.title} */ texts) => texts.slice(0, 1).map((text) => ({ ...text, text: text.text.slice(0, 150) }));
  const blocks = summary.buildingBlocks.map(({ title, description }) => ({ title: one(title), description: one(description) }));
  const short = { ...summary, title: one(summary.title), summary: one(summary.summary), buildingBlocks: blocks };
  const digest = createHash('sha256').update(JSON.stringify(short)).digest('base64url');
  return { summary: short, report: { ...report, digest } };
})();

export const practice = () => ({ practice: randomUUID(), version: 1, ...small });
