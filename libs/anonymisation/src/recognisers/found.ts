import type { EntityType } from '@nmirf/contracts/practices/report';
import type { Span, Tier } from '../span.js';

/** How a recogniser that is called `by` and looks for one type says what it found. */
export const finder =
  (by: string, type: EntityType) =>
  (start: number, end: number, why: string, tier: Tier = 'auto', validated = false): Span => ({
    start,
    end,
    type,
    tier,
    score: validated ? 1 : tier === 'auto' ? 0.9 : 0.5,
    by,
    why,
    ...(validated ? { validated } : {}),
  });

/** The `length` characters before `at`, in lower case: where a trigger word would stand. */
export const before = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - length), at).toLowerCase();

/** The text in small letters, each in its place: where that would move them ("İ"), the text as it is. */
export const inSmallLetters = (text: string): string => {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
};

export const onlyDigits = (text: string): string => text.replace(/\D/g, '');
export const both = ['Latn', 'Arab'] as const;
