import { createHash } from 'node:crypto';
import { BEGINNINGS } from '@nmirf/contracts/practices/library';
import type { ReplicaPractice } from './replica-practice.entity.js';

/**
 * Words are indexed segment by segment: so many places of the log, as a power of two. Each word stands in the index behind the number of
 * its segment, so that a search reads the newest segments and stops when it has enough: a word that every practice has costs no more
 * in a large library than in a small one, and a rare word costs one look a segment.
 */
const PLACES = 12;
/** PostgreSQL refuses a word of more than 2,046 bytes. */
const LONGEST = 200;

export const segmentOf = (position: string): string => `(${position} >> ${PLACES})`;

/** SQL that makes the `tsvector` of a segment: of the words of a text, and of the traits beside them. */
export const segmented = (words: string, traits: string, position: string): string =>
  `array_to_tsvector(array(select ${segmentOf(position)} || '.' || left(word, ${LONGEST})
                             from unnest(tsvector_to_array(${words}) || ${traits}) word))`;

/** SQL of the same `tsquery` in the words of `segment`. What is sought has letters and digits alone, and traits have no quotation marks. */
export const soughtInSegment = (query: string, segment: string): string =>
  `regexp_replace((${query})::text, '''([^'']+)''', '''' || ${segment} || '.\\1''', 'g')::tsquery`;

/** The value of a filter as a word, whatever is in it. No word that anybody looks for begins so. */
const traitOf = (filter: string, value: unknown): string => {
  const held = filter === 'year' ? Math.floor(Number(value) / BEGINNINGS) : value;
  return `=${createHash('sha256')
    .update(`${filter}:${String(held)}`)
    .digest('base64url')
    .slice(0, 16)}`;
};

/** The `tsquery` of what has all these values. */
export const traitsQuery = (filters: readonly { readonly name: string; readonly value: unknown }[]): string =>
  filters.map(({ name, value }) => `'${traitOf(name, value)}'`).join(' & ');

/** What a practice is narrowed by, as the database says it. */
export type Narrowed = Pick<ReplicaPractice, 'source' | 'region' | 'country' | 'type' | 'languages' | 'themes' | 'sdgs'> & {
  readonly from_year: number;
};

/** What finds a practice by each filter. What is attributed to a region only is not found by its mechanism. */
export const traitsOf = ({ source, region, country, type, from_year, languages, themes, sdgs }: Narrowed): string[] => {
  const values = {
    ...{ region: [region], type: [type], year: [from_year], language: languages, theme: themes, sdg: sdgs },
    ...(country !== null && { country: [country], source: [source] }),
  };
  return Object.entries(values).flatMap(([filter, of]) => of.map((value) => traitOf(filter, value)));
};
