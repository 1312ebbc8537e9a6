import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { Finding } from '@nmirf/contracts/practices/authoring';
import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import type { AnonymisationReport } from '@nmirf/contracts/practices/report';
import { practiceSummary, type PracticeSummary } from '@nmirf/contracts/practices/summary';
import {
  type Generalised,
  generaliseTraits,
  periodOf,
  PERIODS,
  type Traits,
  traitsOf,
  WITHOUT_GROUPS,
  WITHOUT_INSTITUTIONS,
} from './anonymity.js';
import { digestOf } from './digest.js';
import { publishedFigures } from './policy/numbers.js';
import { PERIOD } from './policy/policy.js';
import { recordRecognisers } from './recognisers/all.js';
import { ownSigns } from './recognisers/own-signs.js';
import { findAll } from './recognise.js';
import { reportOf } from './report.js';
import { publicTexts, recordContext } from './record-context.js';
import type { RecordContext, Recogniser } from './span.js';
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
  /** What the mechanism has released so far: the practices that this one is compared with. */
  readonly released: readonly Traits[];
  /** Who has reviewed, by pseudonyms, and on which day; for the report. */
  readonly reviewers: readonly string[];
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
  const persons = [...context.persons, ...namesIn(record, known)];
  const texts = new TextGate(recordContext(record, { ...context, persons }), decisions, recognisersFor(record, context));
  const anonymity = likeOthers(record, texts, context);
  const draft = summarise(record, texts, context, anonymity);
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
  return { summary, report: reportOf({ record, summary, texts, anonymity, reviewed: context, digest }), findings, obstacles, digest };
};

/** Where the country is to stay unknown, what gives it away is looked for as well. */
const recognisersFor = (record: PracticeRecord, { publicNames }: GateContext): readonly Recogniser[] => {
  if (record.attribution === 'mechanism') return recordRecognisers;
  const bodies = record.institutions.map(({ name }) => name);
  // First, so that a word which is flagged for something else as well says what matters here.
  return [ownSigns(record.country, [...publicNames, ...bodies, ...record.informationSystems]), ...recordRecognisers];
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

/** The key of the one finding that is about a practice as a whole: too few others look like it. */
export const FEW_ALIKE = 'anonymity';

/** How general the practice is to be beside its text. Where few look like it, reviewers say whether it may stay exact. */
const likeOthers = (record: PracticeRecord, texts: TextGate, { released }: GateContext): Generalised => {
  const own = traitsOf(record);
  const exact = generaliseTraits(own, released, true);
  if (exact.enough) return exact;
  const asked = { path: FEW_ALIKE, language: record.originalLanguage, start: 0, end: 0, text: String(exact.k), type: 'quasi' } as const;
  const decision = texts.ask({ ...asked, key: FEW_ALIKE, tier: 'flag', by: 'k-anonymity', why: 'few-alike' });
  return decision === 'allow' ? exact : generaliseTraits(own, released, false);
};

const summarise = (record: PracticeRecord, texts: TextGate, { region }: GateContext, { level }: Generalised) => {
  const year = (date: string) => (level >= PERIODS ? periodOf(Number(date.slice(0, 4))) : Number(date.slice(0, 4)));
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
    fromYear: year(record.from),
    ...(record.to === undefined ? {} : { toYear: year(record.to) }),
    ...(level >= PERIODS ? { yearSpan: PERIOD } : {}),
    capacities: record.capacities,
    themes: clean(record.themes),
    bodies: clean(record.bodies),
    affectedPersons: level >= WITHOUT_GROUPS ? [] : clean(record.affectedPersons),
    sdgs: record.sdgs,
    institutions: level >= WITHOUT_INSTITUTIONS ? [] : traitsOf(record).institutions,
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

/** Each obstacle once. */
export const unique = (obstacles: readonly Obstacle[]): Obstacle[] => [
  ...new Map(obstacles.map((obstacle) => [JSON.stringify(obstacle), obstacle])).values(),
];
