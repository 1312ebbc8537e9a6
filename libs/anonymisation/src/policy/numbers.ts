import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import { ROUNDING, SMALLEST_CELL } from './policy.js';

type Result = PracticeRecord['results'][number];

/** The figures of a result as they may be published; `before` is missing when it alone was suppressed. */
export interface Figures {
  readonly before?: number;
  readonly after: number;
}

/** Beyond it, a floating-point number no longer counts one by one. */
const LARGEST = 1e12;

const toBase = (value: number): number => Math.round(value / ROUNDING) * ROUNDING;

/**
 * The published value of one figure, or `undefined` when it is a small cell: counts from 1 to 9 are not published and the rest is rounded
 * to base 5; a percentage needs a denominator and a numerator of at least 10 and is rounded to 5 (CMS cell size policy); means of fewer
 * than 10 are not published.
 */
export const publishedValue = (unit: Result['unit'], value: number, denominator: number | undefined): number | undefined => {
  if (!(value >= 0 && value <= LARGEST)) return undefined;
  switch (unit) {
    case 'count':
      return value > 0 && value < SMALLEST_CELL ? undefined : toBase(value);
    case 'percent': {
      if (value > 100 || denominator === undefined || denominator < SMALLEST_CELL) return undefined;
      const numerator = (value * denominator) / 100;
      return numerator > 0.5 && numerator < SMALLEST_CELL - 0.5 ? undefined : toBase(value);
    }
    case 'days':
      return denominator !== undefined && denominator < SMALLEST_CELL ? undefined : Math.round(value);
    case 'score':
      return denominator !== undefined && denominator < SMALLEST_CELL ? undefined : Math.round(value * 10) / 10;
  }
};

/** What may be said of a result, or `undefined` when its last value is suppressed. */
export const publishedFigures = ({ unit, before, after, denominator }: Result): Figures | undefined => {
  const last = publishedValue(unit, after, denominator);
  if (last === undefined) return undefined;
  const first = before === undefined ? undefined : publishedValue(unit, before, denominator);
  return { after: last, ...(first === undefined ? {} : { before: first }) };
};

/** Whether a published figure follows the rules, as far as it shows without its denominator. */
export const isPublishable = (unit: Result['unit'], value: number): boolean => {
  switch (unit) {
    case 'count':
      return value === 0 || (value >= SMALLEST_CELL && value % ROUNDING === 0);
    case 'percent':
      return value >= 0 && value <= 100 && value % ROUNDING === 0;
    case 'days':
    case 'score':
      return Number.isFinite(value) && value >= 0;
  }
};
