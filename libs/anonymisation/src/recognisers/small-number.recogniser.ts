import { personNouns } from '../lexicon/person-nouns.js';
import type { Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { both, finder } from './found.js';

const SMALL =
  /(?<![\p{L}\d.,/:%-])(?<!(?:of|de|than|que|moins|menos|sdgs?|ods|odd|articles?|art\.|arts\.)\s)([1-9])\s+(?!(?:million|milli[eo]n|millones|milh|mill[óo]n|milliard|thousand|hundred|mil\s|ألف|مليون|مئة))(\p{L}+)(?:\s+(\p{L}+))?/giu;
const SHARE =
  /(?<![\d.,/])(\d{1,3})\s+(?:out\s+of(?:\s+the)?|sur|de\s+cada|de\s+un\s+total\s+de|em\s+cada|de\s+um\s+total\s+de|من\s+أصل|من\s+بين)\s+(?:les\s+|los\s+|las\s+|os\s+|as\s+)?(\d{1,4})(?![\d.,]\d)/giu;
const OF = /(?<![\d.,/])(\d{1,2})\s+(?:of(?:\s+the)?|de\s+(?:las|los)|d[ao]s)\s+(\d{1,4})(?:\s+(\p{L}+))(?:\s+(\p{L}+))?/giu;

const found = finder('small-number', 'number');

/** Counts of people under ten, and shares such as "1 out of 12", written with digits. */
export const smallNumber: Recogniser = {
  id: 'small-number',
  version: '1',
  scripts: both,
  find({ text, traits }) {
    if (!traits.runs.some((run) => isCandidate(text, run))) return [];
    const spans: Span[] = [];
    for (const match of text.matchAll(SMALL)) {
      if (isPeople(match[2]) || isPeople(match[3])) spans.push(found(match.index, match.index + 1, 'small-count'));
    }
    if (traits.digits < 2) return spans;
    for (const pattern of [SHARE, OF]) {
      for (const match of text.matchAll(pattern)) {
        const [part, whole] = [Number(match[1]), Number(match[2])];
        const named = pattern === SHARE || isPeople(match[3]) || isPeople(match[4]);
        if (named && part <= whole && (part < 10 || whole < 10))
          spans.push(
            found(match.index, match.index + match[0].indexOf(match[2] ?? '', (match[1] ?? '').length) + (match[2] ?? '').length, 'share'),
          );
      }
    }
    return spans;
  },
};

const isPeople = (word: string | undefined): boolean => word !== undefined && personNouns.has(fold(word));

/** A digit that stands alone, or a number before another. */
const CANDIDATE = /(?:[1-9]\s+\p{L}|\d{1,3}\s+\p{L}[^\d]{0,22}\d)/uy;
const isCandidate = (text: string, run: number): boolean => {
  CANDIDATE.lastIndex = run;
  return CANDIDATE.test(text);
};
