import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { RefusedPlace } from '@nmirf/contracts/practices/refusal';
import { textAt } from '../review/located.js';
import { toList, withText, type Texts } from '../practices/record-texts.js';

type Lists = Pick<PracticeDraftRecord, 'bodies' | 'affectedPersons' | 'buildingBlocks' | 'results'>;
/** What may be sent back: a practice, or a resource, which has fewer fields. */
export type Mendable = Pick<PracticeDraftRecord, 'originalLanguage' | 'title' | 'summary' | 'themes'> & Partial<Lists>;

/** UTF-16 offsets into the text of a field. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const lists = ['themes', 'bodies', 'affectedPersons'] as const;
type ListField = (typeof lists)[number];
const listOf = (path: string): ListField | undefined => lists.find((field) => field === path);

/** How many characters two texts have in common, from their ends towards their starts. */
const commonEnd = (a: string, b: string): number => {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
};
const reversed = (text: string): string => [...text].reverse().join('');

/**
 * Where the words of a refused place stand in a text now. What was sent and what is being written differ around them, and the words may
 * stand there more than once: the occurrence counts whose surroundings are most alike.
 */
const standsAt = (text: string, { before, words, after }: NonNullable<RefusedPlace['stretch']>): Stretch | undefined => {
  let best: (Stretch & { readonly alike: number }) | undefined;
  for (let start = text.indexOf(words); words !== '' && start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const alike = commonEnd(text.slice(0, start), before) + commonEnd(reversed(text.slice(end, end + after.length)), reversed(after));
    if (best === undefined || alike > best.alike) best = { start, end, alike };
  }
  return best === undefined ? undefined : { start: best.start, end: best.end };
};

const textOf = (record: Mendable, path: string, language: Language): string => {
  const list = listOf(path);
  return list === undefined ? (textAt(record, path, language) ?? '') : (record[list] ?? []).join('\n');
};

/** The paths a place may stand at now: its own, or that of another entry of its list, for entries can be moved. */
const pathsOf = (record: Mendable, path: string): readonly string[] => {
  const [field, , part] = path.split('.');
  const entries = field === 'buildingBlocks' || field === 'results' ? (record[field] ?? []) : [];
  return [path, ...entries.map((_, index) => [field, index, part].join('.')).filter((other) => other !== path)];
};

/** Where a place stands in its field; undefined when it is no stretch of a text, or has been mended. */
export const placeIn = (record: Mendable, { path, stretch, language }: RefusedPlace): (Stretch & { readonly path: string }) | undefined => {
  if (stretch === undefined) return undefined;
  const found = pathsOf(record, path).flatMap((at) => {
    const here = standsAt(textOf(record, at, language ?? record.originalLanguage), stretch);
    return here === undefined ? [] : [{ ...here, path: at }];
  });
  return found[0];
};

/** The id of the field a path of the record is written in. */
export const fieldIdOf = (path: string): string => {
  const [field = '', index = '', part = ''] = path.split('.');
  if (field === 'buildingBlocks' && part !== '') return `block-${index}-${part === 'title' ? 'title' : 'text'}`;
  return field === 'results' && part !== '' ? `result-${index}-${part}` : field;
};

const withTexts = <Entry extends object, Part extends keyof Entry>(
  entries: readonly Entry[],
  index: string,
  part: Part,
  change: (texts: Entry[Part]) => Entry[Part],
): Entry[] => entries.map((entry, at) => (String(at) === index ? { ...entry, [part]: change(entry[part]) } : entry));

const withTextAt = (record: Mendable, path: string, language: Language, text: string): Partial<Mendable> => {
  const list = listOf(path);
  if (list !== undefined) return { [list]: toList(text) };
  const [field, index = '', part] = path.split('.');
  const change = (texts: Texts): Texts => withText(texts, language, text);
  if (field === 'title' || field === 'summary') return { [field]: change(record[field]) };
  if (field === 'results') return { results: withTexts(record.results ?? [], index, 'indicator', change) };
  if (field === 'buildingBlocks' && (part === 'title' || part === 'description'))
    return { buildingBlocks: withTexts(record.buildingBlocks ?? [], index, part, change) };
  return {};
};

/** The record with the replacement where the refused words stand; as it is when they stand there no more. */
export const mended = <Written extends Mendable>(record: Written, place: RefusedPlace): Written => {
  const [at, language] = [placeIn(record, place), place.language ?? record.originalLanguage];
  if (at === undefined || place.replacement === undefined) return record;
  const text = textOf(record, at.path, language);
  return { ...record, ...withTextAt(record, at.path, language, text.slice(0, at.start) + place.replacement + text.slice(at.end)) };
};

/** Whether the words of a place stand in their field no more. A place that is no stretch of a text cannot be told. */
export const isMended = (record: Mendable, place: RefusedPlace): boolean =>
  place.stretch !== undefined && placeIn(record, place) === undefined;
