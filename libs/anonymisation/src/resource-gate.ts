import type { FileTraces } from '@nmirf/contracts/files/traces';
import type { Finding } from '@nmirf/contracts/practices/authoring';
import { type ResourceReport, resourceSummary, type ResourceSummary } from '@nmirf/contracts/resources/resource';
import type { ResourceRecord } from '@nmirf/contracts/resources/authoring';
import { digestOf } from './digest.js';
import { ENGINE } from './engine.js';
import { askAboutFiles } from './file-gate.js';
import { type GateContext, unique } from './gate.js';
import { POLICY } from './policy/policy.js';
import { NameIndex } from './recognisers/name-index.js';
import { allowedWords } from './record-context.js';
import { checkResourceSummary } from './resource-check.js';
import type { RecordContext } from './span.js';
import { type GateDecision, type Obstacle, TextGate } from './text-gate.js';

/** What would leave of a resource, what was found on the way, and why it may not leave yet. */
export interface PreparedResource {
  readonly summary?: ResourceSummary;
  readonly report?: ResourceReport;
  readonly findings: readonly Finding[];
  readonly obstacles: readonly Obstacle[];
  /** SHA-256 of `JSON.stringify(summary)`. */
  readonly digest?: string;
}

/** What the gate has to know beside a resource. */
export type ResourceContext = Pick<GateContext, 'persons' | 'publicNames' | 'allowedWords' | 'reviewers' | 'day'> & {
  readonly country: string;
  /** What each file tells of people beside its content, by its SHA-256. */
  readonly traces: ReadonlyMap<string, FileTraces>;
};

/**
 * Takes the texts of a resource, the names of its files and what these tell of people through the gate. What else stands in the files is
 * read by people alone. Pure: the same input, the same digest.
 */
export const prepareResource = (record: ResourceRecord, decisions: readonly GateDecision[], context: ResourceContext): PreparedResource => {
  const texts = new TextGate(contextOf(record, context), decisions);
  const parsed = resourceSummary.safeParse(summarise(record, texts));
  askAboutFiles(record.files, context.traces, record.originalLanguage, texts);
  const { findings } = texts;
  if (!parsed.success) {
    const missing = parsed.error.issues.map(({ path }) => ({ code: 'gate/field-not-publishable', path: path.join('.') }));
    return { findings, obstacles: [...texts.obstacles, ...missing] };
  }
  const summary = parsed.data;
  // Whatever the hub would refuse is said here, while it can still be mended.
  const refused = checkResourceSummary(summary).map(({ path, language }) => ({
    code: path.startsWith('files.') ? 'gate/file-name' : 'gate/hub-would-refuse',
    path,
    ...(language === undefined ? {} : { language }),
  }));
  const digest = digestOf(summary);
  const obstacles = unique([...texts.obstacles, ...refused]);
  return { summary, report: reportOf(summary, texts, context, digest), findings, obstacles, digest };
};

const contextOf = ({ title, summary }: ResourceRecord, { country, persons, publicNames, allowedWords: more = [] }: ResourceContext) =>
  ({
    ...{ strict: false, country, hidesCountry: false, names: new NameIndex(persons), emails: [], phones: [], organisations: [] },
    allowed: new Set([
      ...allowedWords(
        [...title, ...summary].map(({ text }) => text),
        publicNames,
      ),
      ...more,
    ]),
    privateRuns: new Set<string>(),
  }) satisfies RecordContext;

const TITLE = 120;
const LINE = 300;

const summarise = (record: ResourceRecord, texts: TextGate) => {
  const { originalLanguage, kind, languages, themes, capacities, commitments, licence, files, link } = record;
  return {
    originalLanguage,
    title: texts.texts('title', record.title, TITLE),
    summary: texts.texts('summary', record.summary, LINE),
    ...{ kind, languages },
    themes: themes.filter((theme) => texts.isClean(theme, originalLanguage)),
    ...{ capacities, commitments, licence, files },
    ...(link === undefined || link === '' ? {} : { link }),
  };
};

const reportOf = (summary: ResourceSummary, texts: TextGate, { reviewers, day }: ResourceContext, digest: string): ResourceReport => ({
  ...{ policy: POLICY, engine: ENGINE, digest },
  languages: [...new Set(summary.title.map(({ language }) => language))],
  spans: [...texts.counts].map(([type, counts]) => ({ type, ...counts })),
  leakScan: { clean: texts.obstacles.every(({ code }) => code !== 'gate/leak') },
  review: {
    reviewers: [...reviewers],
    flags: texts.findings.filter(({ tier }) => tier === 'flag').length,
    confirmed: texts.findings.filter(({ second }) => second === 'given').length,
    ...(day === undefined ? {} : { day }),
  },
});
