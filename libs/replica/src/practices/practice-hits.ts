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
 * Practices as `p`, by conditions of `PRACTICE_TESTS`. Where words are sought they come segment by segment, each sorted: nothing sorts them
 * all, and nothing is read behind the last that is taken. Traits find them in the index; the conditions decide.
 */
export const practiceHits: Hits = (conditions, values, from) => {
  const words = conditions.find(({ name }) => name === 'q');
  if (!words) return hitsOf('replica_practice', 'p')(conditions, values, from);
  const filters = conditions.filter((condition) => condition !== words);
  const sought = words.sql(values.place(words.value));
  const query = filters.length === 0 ? sought : `${sought} && ${values.place(traitsQuery(filters))}::tsquery`;
  return `from ${segments(from, values)} segment cross join lateral (
            select p.* from practice_words p where p.words @@ ${soughtInSegment(query, 'segment')} and ${whereOf(filters, values, from, 'p')}
             order by p.position ${directionOf(from.order)}) p`;
};
