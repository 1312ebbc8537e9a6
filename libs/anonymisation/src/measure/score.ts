import type { Detection, Entity, Label, Labelled, Mention } from './labelled.js';
import { random } from './random.js';

/** A share with how many it is a share of, and the interval in which 95 % of resamples fall. All in percent. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** Hits and trials of one document, for each figure. */
type Tally = Readonly<Record<Measure, readonly [hits: number, of: number]>>;

export const MEASURES = [
  'personsAuto',
  'personsAutoOrFlag',
  'personsPrecision',
  'directAuto',
  'directAutoOrFlag',
  'quasiRecall',
  'maskedTokenPrecision',
  'contactsAuto',
  'contactsPrecision',
  'falseFlags',
] as const;
/** `falseFlags` counts flags that touch nothing annotated, for each 100 words; the others are shares in percent. */
export type Measure = (typeof MEASURES)[number];

/** Titles, particles and signs inside a mention: they identify nobody when the rest is hidden. */
const IGNORED = new Set(
  (
    'mr mrs ms miss mmes dr sir madam lord lady juge juez jueza juiz juíza ministro ministra desembargador desembargadora deputado president président presidente doutor doutora senhor senhora senhores señor señora monsieur madame mademoiselle governor gouverneur gobernador governador avocat abogado m mm mme mlle sr sra srta d don doña dña prof professor judge the of and a an de da do dos das del du des la le les el los las y e et l d s ' +
    'née born von van al ال و في من السيد السيدة الدكتور'
  ).split(' '),
);
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Whether all of a mention that identifies somebody is hidden; `hidden` has a 1 for each unit of the text that is. */
export const covered = (mention: Mention, hidden: Uint8Array, text: string): boolean => {
  for (const match of text.slice(mention.start, mention.end).matchAll(WORD)) {
    if (IGNORED.has(match[0].toLowerCase())) continue;
    for (let i = 0; i < match[0].length; i++) if (hidden[mention.start + match.index + i] === 0) return false;
  }
  return true;
};

const paint = (length: number, spans: readonly Mention[]): Uint8Array => {
  const out = new Uint8Array(length);
  for (const { start, end } of spans) out.fill(1, start, end);
  return out;
};
const touches = ({ start, end }: Mention, painted: Uint8Array): boolean => painted.subarray(start, end).includes(1);

/** An entity counts only when every mention of it is hidden whole. */
const hiddenWhole = (entities: readonly Entity[], hidden: Uint8Array, text: string): readonly [number, number] => [
  entities.filter(({ mentions }) => mentions.every((mention) => covered(mention, hidden, text))).length,
  entities.length,
];

const all = (entities: readonly Entity[]): Mention[] => entities.flatMap(({ mentions }) => mentions);
const CONTACTS: ReadonlySet<Label> = new Set(['contact', 'code']);

const tokenPrecision = (text: string, hidden: Uint8Array, right: Uint8Array): readonly [number, number] => {
  let [good, masked] = [0, 0];
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (!hidden.subarray(index, index + word.length).includes(1) || IGNORED.has(word.toLowerCase())) continue;
    masked += 1;
    if (right.subarray(index, index + word.length).includes(1)) good += 1;
  }
  return [good, masked];
};

const tally = ({ text, entities }: Labelled, found: readonly Detection[]): Tally => {
  const auto = found.filter(({ tier, start, end }) => tier === 'auto' && end > start);
  const flags = found.filter(({ tier, start, end }) => tier === 'flag' && end > start);
  const persons = entities.filter(({ label }) => label === 'person');
  const contacts = entities.filter(({ label }) => CONTACTS.has(label));
  const of = (need: string) => entities.filter((entity) => entity.need === need);
  const hiddenAuto = paint(text.length, auto);
  const hidden = paint(text.length, [...auto, ...flags]);
  const anything = paint(text.length, all(entities));
  const right = paint(text.length, all(entities.filter(({ need }) => need !== 'none')));
  const overlap = (label: (label: Label) => boolean, painted: Uint8Array): readonly [number, number] => {
    const chosen = auto.filter((span) => label(span.label));
    return [chosen.filter((span) => touches(span, painted)).length, chosen.length];
  };
  return {
    personsAuto: hiddenWhole(persons, hiddenAuto, text),
    personsAutoOrFlag: hiddenWhole(persons, hidden, text),
    personsPrecision: overlap((label) => label === 'person', paint(text.length, all(persons))),
    directAuto: hiddenWhole(of('direct'), hiddenAuto, text),
    directAutoOrFlag: hiddenWhole(of('direct'), hidden, text),
    quasiRecall: hiddenWhole(of('quasi'), hidden, text),
    maskedTokenPrecision: tokenPrecision(text, hidden, right),
    contactsAuto: hiddenWhole(contacts, hiddenAuto, text),
    contactsPrecision: overlap((label) => CONTACTS.has(label), anything),
    falseFlags: [flags.filter((span) => !touches(span, anything)).length, text.match(WORD)?.length ?? 0],
  };
};

const RESAMPLES = 500;
const share = (pairs: readonly (readonly [number, number])[]): number => {
  let [hits, of] = [0, 0];
  for (const [hit, each] of pairs) [hits, of] = [hits + hit, of + each];
  return of === 0 ? NaN : (100 * hits) / of;
};

/** The bootstrap takes whole documents, for mistakes inside one come together. */
const figureOf = (pairs: readonly (readonly [number, number])[]): Figure => {
  const next = random(7);
  const resampled = Array.from({ length: RESAMPLES }, () =>
    share(pairs.map(() => pairs[Math.floor(next() * pairs.length)] ?? [0, 0])),
  ).filter((value) => !Number.isNaN(value));
  const sorted = resampled.sort((a, b) => a - b);
  const at = (quantile: number) => sorted[Math.floor(quantile * (sorted.length - 1))] ?? NaN;
  return { value: share(pairs), low: at(0.025), high: at(0.975), of: pairs.reduce((sum, [, of]) => sum + of, 0) };
};

export type Scores = Readonly<Record<Measure, Figure>>;

/** Every figure of what an engine found in a set, document by document. A figure of nothing is NaN. */
export const score = (documents: readonly Labelled[], found: readonly (readonly Detection[])[]): Scores => {
  const tallies = documents.map((document, i) => tally(document, found[i] ?? []));
  return Object.fromEntries(MEASURES.map((measure) => [measure, figureOf(tallies.map((each) => each[measure]))])) as Scores;
};
