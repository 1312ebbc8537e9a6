import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import type { AnonymisationReport, EntityType } from '@nmirf/contracts/practices/report';
import type { PracticeSummary } from '@nmirf/contracts/practices/summary';
import { digestOf } from './digest.js';
import { isPublishable } from './policy/numbers.js';
import { isAtLeast, OLDEST_POLICY, policyDigest } from './policy/policy.js';
import { patternRecognisers } from './recognisers/all.js';
import type { RecordContext } from './span.js';
import { normalise } from './text/normalise.js';

/** Why a published practice is refused: a code, the place, offsets and the kind of thing. Never the words. */
export interface Refusal {
  readonly code:
    | 'gate/policy-too-old'
    | 'gate/policy-unknown'
    | 'gate/digest-differs'
    | 'gate/leak'
    | 'gate/small-number'
    | 'gate/leak-scan-not-clean'
    | 'gate/symbol-unknown'
    | 'gate/file-traces'
    | 'gate/attribution-differs';
  readonly path: string;
  readonly type?: EntityType;
  readonly language?: Language;
  readonly start?: number;
  readonly end?: number;
}

/**
 * What the hub checks before a practice gets a place in the log, without any record: the policy's version, the digest, contacts and
 * identifiers at a stricter bias, and the number rules. The schema has been checked before. It never repairs a text.
 */
export const secondCheck = (published: PracticePublished): readonly Refusal[] => {
  const { summary, report } = published;
  return [...checkReport(report, digestOf(summary)), ...checkSummary(summary)];
};

/** What a report says has to hold: a policy that is known here, a scan that was clean, and the digest of what it is about. */
export const checkReport = (report: Pick<AnonymisationReport, 'policy' | 'leakScan' | 'digest'>, digest: string): Refusal[] => [
  ...checkPolicy(report),
  ...(report.leakScan.clean ? [] : [{ code: 'gate/leak-scan-not-clean', path: 'report.leakScan' } as const]),
  ...(report.digest === digest ? [] : [{ code: 'gate/digest-differs', path: 'report.digest' } as const]),
];

/** A report is read with the policy it names, so that policy has to be one that is known here, and not too old. */
const checkPolicy = ({ policy: { version, digest } }: Pick<AnonymisationReport, 'policy'>): Refusal[] => {
  if (!isAtLeast(version, OLDEST_POLICY)) return [{ code: 'gate/policy-too-old', path: 'report.policy' }];
  return policyDigest(version) === digest ? [] : [{ code: 'gate/policy-unknown', path: 'report.policy' }];
};

/** The checks on the summary alone: what the gate runs on its own output before anybody releases it. */
export const checkSummary = (summary: PracticeSummary): readonly Refusal[] => {
  const refusals: Refusal[] = [];
  const record: RecordContext = { strict: true, ...(summary.country === undefined ? {} : { country: summary.country }) };
  eachText(summary, (path, language, text) => scan(refusals, record, path, language, text));
  for (const field of ['themes', 'bodies', 'affectedPersons'] as const)
    summary[field].forEach((term, i) => scanTerm(refusals, record, `${field}.${String(i)}`, term));
  summary.results.forEach(({ unit, before, after }, i) => {
    if (!isPublishable(unit, after)) refusals.push({ code: 'gate/small-number', path: `results.${String(i)}.after`, type: 'number' });
    if (before !== undefined && !isPublishable(unit, before))
      refusals.push({ code: 'gate/small-number', path: `results.${String(i)}.before`, type: 'number' });
  });
  // Who is attributed to a region only names no State, also not by the recommendations that were made to it.
  if (summary.attribution === 'region' && (summary.country !== undefined || summary.recommendations.length > 0))
    refusals.push({ code: 'gate/attribution-differs', path: 'attribution' });
  summary.recommendations.forEach(({ documentSymbol, paragraph }, i) => {
    if (!isPublicReference(documentSymbol, paragraph))
      refusals.push({ code: 'gate/symbol-unknown', path: `recommendations.${String(i)}`, type: 'case-number' });
  });
  return refusals;
};

/** Adds what contacts and identifiers a text holds. */
export const scan = (refusals: Refusal[], record: RecordContext, path: string, language: Language, original: string): void => {
  const text = normalise(original, language);
  for (const recogniser of patternRecognisers) {
    for (const span of recogniser.find(text, record)) {
      if (span.tier === 'auto')
        refusals.push({ code: 'gate/leak', path, type: span.type, language, ...text.toOriginal(span.start, span.end) });
    }
  }
};

const MOST_TERMS = 1_024;
/** Terms in which nothing was found, each behind the country whose numbers were looked for. */
const cleanTerms = new Set<string>();

/** The same for a term of a vocabulary. Practices name the same few: one in which nothing was found is not looked through again. */
export const scanTerm = (refusals: Refusal[], record: RecordContext, path: string, term: string): void => {
  const key = `${record.country ?? ''} ${term}`;
  if (cleanTerms.has(key)) return;
  const before = refusals.length;
  scan(refusals, record, path, 'en', term);
  if (refusals.length > before) return;
  if (cleanTerms.size >= MOST_TERMS) cleanTerms.clear();
  cleanTerms.add(key);
};

/** Every text of a summary that somebody wrote, with its path. */
const eachText = (summary: PracticeSummary, visit: (path: string, language: Language, text: string) => void): void => {
  const texts = (path: string, list: readonly { readonly language: Language; readonly text: string }[]) => {
    for (const { language, text } of list) visit(path, language, text);
  };
  texts('title', summary.title);
  texts('summary', summary.summary);
  summary.buildingBlocks.forEach((block, i) => {
    texts(`buildingBlocks.${String(i)}.title`, block.title);
    texts(`buildingBlocks.${String(i)}.description`, block.description);
  });
  summary.results.forEach((result, i) => texts(`results.${String(i)}.indicator`, result.indicator));
};

const SYMBOL = /^[A-Z][A-Za-z0-9._()-]{0,14}(?:\/[A-Za-z0-9.()_-]{1,14}){0,7}$/;
/** The views on one person's communication are a case, not a recommendation to a State. */
const INDIVIDUAL = /\/D\/\d/;
const PARAGRAPH = /^[\p{L}\p{N}.() -]{1,20}$/u;

/** Whether a reference reads like the symbol of a public document and a paragraph of it. */
export const isPublicReference = (documentSymbol: string, paragraph: string): boolean =>
  SYMBOL.test(documentSymbol) && !INDIVIDUAL.test(documentSymbol) && PARAGRAPH.test(paragraph);
