import { publishedFigures } from '@nmirf/anonymisation/policy/numbers';
import { placeholder } from '@nmirf/anonymisation/policy/placeholders';
import { language as languages } from '@nmirf/contracts/languages/language';
import { practiceResult, type PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { RefusedPlace } from '@nmirf/contracts/practices/refusal';
import { entityType } from '@nmirf/contracts/practices/report';
import type { Refusal } from '../sync/outgoing.facade.js';

/**
 * The refused places of what was sent, as places of the record it was made of; one that lies within another is not told twice.
 * `record`: of a practice, which has entries; a resource's places are its fields.
 */
export const refusedPlaces = ({ problem, stretches }: Refusal, record?: PracticeDraftRecord): RefusedPlace[] => {
  const errors = problem.errors ?? [];
  return errors.flatMap((error, i) => {
    if (errors.some((other, k) => k !== i && holds(other, error, k < i))) return [];
    const { code, detail } = error;
    const [language, type, stretch] = [languages.safeParse(error.language).data, entityType.safeParse(error.type).data, stretches[i]];
    return {
      ...{ path: pathInRecord(error.path, record), code, detail },
      ...(language && { language }),
      ...(type && { type }),
      ...(stretch && { stretch }),
      ...(stretch && type && language && { replacement: placeholder(type, language) }),
    };
  });
};

type Place = NonNullable<Refusal['problem']['errors']>[number];

/** Whether a place lies within another of the same text; of two that are the same the first counts. */
const holds = (other: Place, place: Place, isBefore: boolean): boolean => {
  if (other.path !== place.path || other.language !== place.language) return false;
  const [start, end, from, to] = [other.start ?? -1, other.end ?? -1, place.start ?? -1, place.end ?? -1];
  return start <= from && end >= to && (isBefore || start < from || end > to);
};

const isWritten = (texts: PracticeDraftRecord['title']): boolean => texts.some(({ text }) => text.trim() !== '');

/** The indices of the entries of a list that were published. */
const published: Readonly<Record<string, (record: PracticeDraftRecord) => readonly number[]>> = {
  buildingBlocks: ({ buildingBlocks }) => buildingBlocks.flatMap(({ title }, i) => (isWritten(title) ? [i] : [])),
  results: ({ results }) =>
    results.flatMap((result, i) => {
      const whole = practiceResult.safeParse(result);
      return whole.success && publishedFigures(whole.data) && isWritten(result.indicator) ? [i] : [];
    }),
};

/** Entries that are not published leave no hole, so those after them moved up; lists of words are mended as a whole. */
const pathInRecord = (path: string, record: PracticeDraftRecord | undefined): string => {
  const [field = '', index, ...rest] = path.split('.');
  const indices = record && published[field]?.(record);
  if (index === undefined || indices === undefined) return field;
  return [field, String(indices[Number(index)] ?? index), ...rest].join('.');
};
