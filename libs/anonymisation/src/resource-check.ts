import type { FileTraces } from '@nmirf/contracts/files/traces';
import type { ResourcePublished, ResourceSummary } from '@nmirf/contracts/resources/resource';
import { digestOf } from './digest.js';
import { askedOf } from './file-gate.js';
import { checkReport, type Refusal, scan, scanTerm } from './second-check.js';

/**
 * What the hub checks before a resource gets a place in the log: the policy's version, the digest, and that no text and no name of a file
 * holds a contact or an identifier. The schema has been checked before. What stands in the files is not read.
 */
export const checkResource = ({ summary, report }: ResourcePublished): readonly Refusal[] => [
  ...checkReport(report, digestOf(summary)),
  ...checkResourceSummary(summary),
];

/**
 * Whether a report accounts for what the files tell of people: reviewers have kept as many names of each type as stand in the properties,
 * comments and tracked changes, read here again. `traces` by SHA-256.
 */
export const checkFiles = ({ summary, report }: ResourcePublished, traces: ReadonlyMap<string, FileTraces>): readonly Refusal[] => {
  const told = summary.files.map(({ sha256, name }) => askedOf(sha256, name, traces.get(sha256)));
  const types = new Set(told.flat().map(({ type }) => type));
  const unaccounted = [...types].filter((type) => {
    const kept = report.spans.find((span) => span.type === type)?.allowed ?? 0;
    return kept < told.flat().filter((asked) => asked.type === type).length;
  });
  return told.flatMap((asked, i) =>
    unaccounted
      .filter((type) => asked.some((one) => one.type === type))
      .map((type): Refusal => ({ code: 'gate/file-traces', path: `files.${String(i)}`, type })),
  );
};

/** The checks on the summary alone: what the gate runs on its own output before anybody releases it. */
export const checkResourceSummary = ({ title, summary, themes, files, originalLanguage }: ResourceSummary): readonly Refusal[] => {
  const refusals: Refusal[] = [];
  const record = { strict: true };
  for (const { language, text } of title) scan(refusals, record, 'title', language, text);
  for (const { language, text } of summary) scan(refusals, record, 'summary', language, text);
  themes.forEach((theme, i) => scanTerm(refusals, record, `themes.${String(i)}`, theme));
  files.forEach(({ name }, i) => scan(refusals, record, `files.${String(i)}.name`, originalLanguage, nameWords(name)));
  return refusals;
};

/** A name without its ending, which is no part of an address. */
const nameWords = (name: string): string => name.replace(/\.[a-z]+$/i, '');
