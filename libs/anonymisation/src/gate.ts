import type { Language } from '@nmirf/contracts/languages/language';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { Finding } from '@nmirf/contracts/practices/authoring';
import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import type { AnonymisationReport } from '@nmirf/contracts/practices/report';
import { practiceSummary, type PracticeSummary } from '@nmirf/contracts/practices/summary';
import { digestOf } from './digest.js';
import { publishedFigures } from './policy/numbers.js';
import { ENGINE, fieldPolicy, POLICY, privateFields } from './policy/policy.js';
import { recordRecognisers } from './recognisers/all.js';
import { findAll } from './recognise.js';
import { publicTexts, recordContext } from './record-context.js';
import type { RecordContext } from './span.js';
import { isOrdinaryWord } from './tagger/reading.js';
import { fold } from './text/fold.js';
import { normalise } from './text/normalise.js';
import { wordsOf } from './text/words.js';
import { checkSummary, isPublicReference } from './second-check.js';
import { type GateDecision, type Obstacle, TextGate } from './text-gate.js';

/** What the gate has to know beside the record. */
export interface GateContext {
  readonly region: Mechanism['region'];
  /** Names of people the node knows: its staff. They are looked for in every text. */
  readonly persons: readonly string[];
  /** Names that are public wherever they stand: the mechanism's own. */
  readonly publicNames: readonly string[];
  /** Words reviewers of this mechanism let through in other practices, folded. */
  readonly allowedWords?: readonly string[];
  /** How many people have reviewed, and on which day; for the report. */
  readonly reviewers: number;
  readonly day?: string;
}

/** What would leave, what was found on the way, and why it may not leave yet. Nothing may while there is an obstacle. */
export interface Prepared {
  readonly summary?: PracticeSummary;
  readonly report?: AnonymisationReport;
  readonly findings: readonly Finding[];
  readonly obstacles: readonly Obstacle[];
  /** SHA-256 of `JSON.stringify(summary)`. */
  readonly digest?: string;
}

const LENGTH = { title: 120, summary: 1_200, blockTitle: 120, block: 600, indicator: 160 } as const;

/** Makes the public summary of a practice's record by the field policy, deny by default. Pure: the same input, the same digest. */
export const prepare = (record: PracticeRecord, decisions: readonly GateDecision[], context: GateContext): Prepared => {
  const known = recordContext(record, context);
  const texts = new TextGate(recordContext(record, { ...context, persons: [...context.persons, ...namesIn(record, known)] }), decisions);
  const draft = summarise(record, texts, context);
  const parsed = practiceSummary.safeParse(draft);
  const { findings } = texts;
  if (!parsed.success) {
    const missing = parsed.error.issues.map(({ path }) => ({ code: 'gate/field-not-publishable', path: path.join('.') }));
    return { findings, obstacles: [...texts.obstacles, ...missing] };
  }
  const summary = parsed.data;
  // Whatever the hub would refuse is said here, while it can still be mended.
  const refused = checkSummary(summary).map(({ path, language }) => ({
    code: 'gate/hub-would-refuse',
    path,
    ...(language === undefined ? {} : { language }),
  }));
  const obstacles = unique([...texts.obstacles, ...refused]);
  const digest = digestOf(summary);
  return { summary, report: reportOf(record, summary, texts, context, digest), findings, obstacles, digest };
};

/**
 * Full names of persons that one of the public texts shows for sure: from then on they are names of the record, also where another text,
 * another language or another script has them in passing.
 */
const namesIn = (record: PracticeRecord, known: RecordContext): string[] =>
  publicTexts(record).flatMap(({ language, text }) => {
    const normalised = normalise(text, language);
    return findAll(normalised, known)
      .filter(({ type, tier, by }) => type === 'person' && tier === 'auto' && (by === 'tagger' || by === 'honorific'))
      .map(({ start, end }) => wordsOf(normalised.text.slice(start, end)).filter((word) => isNameWord(word.text)))
      .filter(({ length }) => length > 1)
      .map((words) => words.map((word) => word.text).join(' '));
  });
const isNameWord = (word: string): boolean => word.length > 2 && !isOrdinaryWord(fold(word));

const summarise = (record: PracticeRecord, texts: TextGate, { region }: GateContext) => {
  const named = record.attribution === 'mechanism';
  const clean = (values: readonly string[]) => values.filter((value) => texts.isClean(value, record.originalLanguage));
  return {
    attribution: record.attribution,
    ...(named ? { country: record.country } : {}),
    region,
    originalLanguage: record.originalLanguage,
    title: texts.texts('title', record.title, LENGTH.title),
    summary: texts.texts('summary', record.summary, LENGTH.summary),
    buildingBlocks: blocksOf(record, texts),
    type: record.type,
    stage: record.stage,
    fromYear: Number(record.from.slice(0, 4)),
    ...(record.to === undefined ? {} : { toYear: Number(record.to.slice(0, 4)) }),
    capacities: record.capacities,
    themes: clean(record.themes),
    bodies: clean(record.bodies),
    affectedPersons: clean(record.affectedPersons),
    sdgs: record.sdgs,
    institutions: [...new Set(record.institutions.map(({ type }) => type))].sort(),
    results: resultsOf(record, texts),
    // A recommendation names its State: without the State there are none.
    recommendations: named
      ? record.recommendations.filter(({ documentSymbol, paragraph }) => isPublicReference(documentSymbol, paragraph))
      : [],
    licence: 'CC-BY-4.0',
  };
};

const blocksOf = (record: PracticeRecord, texts: TextGate) =>
  record.buildingBlocks
    .map(({ title, description }, i) => ({
      title: texts.texts(`buildingBlocks.${String(i)}.title`, title, LENGTH.blockTitle),
      description: texts.texts(`buildingBlocks.${String(i)}.description`, description, LENGTH.block),
    }))
    .filter(({ title }) => title.length > 0);

const resultsOf = (record: PracticeRecord, texts: TextGate) =>
  record.results.flatMap((result, i) => {
    const figures = publishedFigures(result);
    if (figures === undefined) return [];
    const indicator = texts.texts(`results.${String(i)}.indicator`, result.indicator, LENGTH.indicator);
    const { unit, year } = result;
    return indicator.length === 0 ? [] : [{ indicator, unit, ...figures, ...(year === undefined ? {} : { year }) }];
  });

const suppressed = (record: PracticeRecord): number =>
  record.results.reduce((count, result) => {
    const figures = publishedFigures(result);
    const before = result.before !== undefined && figures?.before === undefined ? 1 : 0;
    return count + before + (figures === undefined ? 1 : 0);
  }, 0);

/** How many values of the record stayed at home: fields the policy drops, fields it does not know, values of lists that did not pass. */
const dropped = (record: PracticeRecord, summary: PracticeSummary): number => {
  const unknown = Object.keys(record).filter((field) => field !== 'buildingBlocks' && !(field in fieldPolicy)).length;
  const narrative = privateFields.filter((field) => record[field].length > 0).length + (record.internalNotes === '' ? 0 : 1);
  const lists = (['themes', 'bodies', 'affectedPersons', 'recommendations', 'results'] as const).reduce(
    (sum, field) => sum + record[field].length - summary[field].length,
    0,
  );
  return unknown + narrative + lists + record.contacts.length + record.informationSystems.length;
};

const reportOf = (
  record: PracticeRecord,
  summary: PracticeSummary,
  texts: TextGate,
  context: GateContext,
  digest: string,
): AnonymisationReport => {
  const hidden = record.attribution === 'region' ? ['country', 'recommendations'] : [];
  const languages: Language[] = [...new Set(summary.title.map(({ language }) => language))];
  return {
    policy: POLICY,
    engine: ENGINE,
    digest,
    languages,
    fields: Object.entries(fieldPolicy).map(([field, action]) => ({ field, action: hidden.includes(field) ? 'drop' : action })),
    spans: [...texts.counts].map(([type, counts]) => ({ type, ...counts })),
    dropped: dropped(record, summary),
    suppressedCells: suppressed(record),
    leakScan: {
      clean: texts.obstacles.every(({ code }) => code !== 'gate/leak'),
      recognisers: recordRecognisers.map(({ id, version }) => `${id}/${version}`),
    },
    review: {
      reviewers: context.reviewers,
      flags: texts.findings.filter(({ tier }) => tier === 'flag').length,
      ...(context.day === undefined ? {} : { day: context.day }),
    },
  };
};

const unique = (obstacles: readonly Obstacle[]): Obstacle[] => [
  ...new Map(obstacles.map((obstacle) => [JSON.stringify(obstacle), obstacle])).values(),
];
