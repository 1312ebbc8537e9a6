import type { Tagged } from '../tagger/tagger.js';

/** Between two names of a list: a comma, one to three items of at most three Arabic words, a comma after each, and perhaps "and". */
const BETWEEN = /^\s{0,3}[،,]\s{0,3}(?:[\u0620-\u06d5]{1,30}(?: [\u0620-\u06d5]{1,30}){0,2}\s{0,3}[،,]\s{0,3}){1,3}و?$/u;
const ITEM = /[\u0620-\u06d5]+(?: [\u0620-\u06d5]+){0,2}/gu;
const LONGEST = 120;

/**
 * Arabic items of a list that stand between persons are persons as well, also where they are made of ordinary words.
 * `persons` in the order of the text; answers where each such item begins and ends.
 */
export const listedBetween = (text: string, persons: readonly Tagged[]): (readonly [number, number])[] =>
  persons.flatMap(({ end }, i) => {
    const next = persons[i + 1]?.start ?? 0;
    const between = next > end && next - end <= LONGEST ? text.slice(end, next) : '';
    if (!BETWEEN.test(between)) return [];
    return [...between.replace(/و$/, ' ').matchAll(ITEM)].map(({ index, 0: item }) => [end + index, end + index + item.length] as const);
  });
