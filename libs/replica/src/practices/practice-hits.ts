import { directionOf, type From, type Hits, hitsOf, type Values, whereOf } from '../search/hits.facade.js';
import { segmentOf, soughtInSegment, traitsQuery } from './segments.js';

const LAST = `(select ${segmentOf('max(position)')} from practice_words)`;

/** SQL of the segments in which something can be found, in their order. */
const segments = ({ order, after }: From, { place }: Values): string => {
  const bound = after === undefined ? undefined : segmentOf(`${place(after)}::bigint`);
  if (order === 'newest') return `generate_series(${bound === undefined ? LAST : `least(${bound}, ${LAST})`}, 0, -1)`;
  return `generate_series(${bound === undefined ? '0' : `greatest(${bound}, 0)`}, ${LAST})`;
};

/**
 * Practices that have their words, as `p`, by conditions of `PRACTICE_TESTS`. They come segment by segment, each sorted: nothing sorts them
 * all, and nothing is read behind the last that is taken. The index holds words and traits, and decides.
 */
export const practiceHits: Hits = (conditions, values, from) => {
  if (conditions.length === 0) return hitsOf('practice_words', 'p')([], values, from);
  const words = conditions.filter(({ name }) => name === 'q').map(({ sql, value }) => sql(values.place(value)));
  const filters = conditions.filter(({ name }) => name !== 'q');
  const traits = filters.length === 0 ? [] : [`${values.place(traitsQuery(filters))}::tsquery`];
  return `from ${segments(from, values)} segment cross join lateral (
            select p.* from practice_words p
             where p.words @@ ${soughtInSegment([...words, ...traits].join(' && '), 'segment')} and ${whereOf([], values, from, 'p')}
             order by p.position ${directionOf(from.order)}) p`;
};
