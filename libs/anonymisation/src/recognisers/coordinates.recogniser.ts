import type { Recogniser, Span } from '../span.js';
import { both, finder } from './found.js';
import { matchesOf } from '../text/matches.js';

const DECIMAL = /(?<![\d.])([+-]?\d{1,2}\.\d{3,8})°?\s?[NS]?\s?[,; ]\s?([+-]?\d{1,3}\.\d{3,8})(?![\d.])/g;
const SEXAGESIMAL = /(?<!\d)\d{1,3}\s?°\s?\d{1,2}\s?['′](?:\s?\d{1,2}(?:\.\d{1,4})?\s?(?:"|″|''))?\s?[NSEWO](?!\p{L})/gu;
const found = finder('coordinates', 'place');

/** Geographical coordinates: a point is a place, whatever it is called. */
export const coordinates: Recogniser = {
  id: 'coordinates',
  version: '1',
  scripts: both,
  find({ text, traits }) {
    if (traits.digits < 3) return [];
    const spans: Span[] = [];
    if (traits.digits >= 8) {
      for (const match of matchesOf(text, DECIMAL))
        if (Math.abs(Number(match[1])) <= 90 && Math.abs(Number(match[2])) <= 180)
          spans.push(found(match.index, match.index + match[0].length, 'coordinates', 'auto', true));
    }
    if (text.includes('°'))
      for (const match of matchesOf(text, SEXAGESIMAL))
        spans.push(found(match.index, match.index + match[0].length, 'coordinates', 'auto', true));
    return spans;
  },
};
