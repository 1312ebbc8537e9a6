import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import { ENOUGH_ALIKE, ENOUGH_TYPES, PERIOD } from './policy/policy.js';

/** What somebody outside can know of a practice beside its text. Country and region are the mechanism's own, the same for all it releases. */
export interface Traits {
  readonly year: number;
  readonly themes: readonly string[];
  readonly groups: readonly string[];
  readonly institutions: readonly string[];
  /** What may not be inferred from the rest: what kind of practice it is. */
  readonly type: string;
}

export const traitsOf = ({ from, themes, affectedPersons, institutions, type }: PracticeRecord): Traits => ({
  year: Number(from.slice(0, 4)),
  themes,
  groups: affectedPersons,
  institutions: [...new Set(institutions.map((institution) => institution.type))].sort(),
  type,
});

/** How general the traits are published: each level is the one before and one thing more. */
export const EXACT = 0;
export const PERIODS = 1;
export const WITHOUT_INSTITUTIONS = 2;
export const WITHOUT_GROUPS = 3;
export type Level = 0 | 1 | 2 | 3;

/** The first year of the period a year falls into. */
export const periodOf = (year: number): number => Math.floor(year / PERIOD) * PERIOD;

/** How many practices look alike, the one in question among them, and of how many types they are. */
export interface Anonymity {
  readonly k: number;
  readonly l: number;
}

/**
 * k and l of a practice among what its mechanism has released, at a level. Somebody who knows one theme, one group and one institution of it
 * finds all that share them, so the combination that fewest share counts.
 */
export const anonymityOf = (own: Traits, released: readonly Traits[], level: Level): Anonymity => {
  const known = { groups: level < WITHOUT_GROUPS, institutions: level < WITHOUT_INSTITUTIONS };
  const sameYear = released.filter(({ year }) => (level < PERIODS ? year === own.year : periodOf(year) === periodOf(own.year)));
  let [k, l] = [Infinity, Infinity];
  for (const theme of orNone(own.themes)) {
    const ofTheme = sameYear.filter(({ themes }) => has(themes, theme));
    for (const group of known.groups ? orNone(own.groups) : [undefined]) {
      const ofGroup = known.groups ? ofTheme.filter(({ groups }) => has(groups, group)) : ofTheme;
      for (const institution of known.institutions ? orNone(own.institutions) : [undefined]) {
        const alike = known.institutions ? ofGroup.filter(({ institutions }) => has(institutions, institution)) : ofGroup;
        k = Math.min(k, alike.length + 1);
        l = Math.min(l, new Set([own.type, ...alike.map(({ type }) => type)]).size);
      }
    }
  }
  return { k, l };
};

const orNone = (values: readonly string[]): readonly (string | undefined)[] => (values.length === 0 ? [undefined] : values);
/** That nothing is stated is known as well. */
const has = (values: readonly string[], value: string | undefined): boolean =>
  value === undefined ? values.length === 0 : values.includes(value);

const isEnough = ({ k, l }: Anonymity): boolean => k >= ENOUGH_ALIKE && l >= ENOUGH_TYPES;

export interface Generalised extends Anonymity {
  readonly level: Level;
  /** Whether the policy's k and l are reached. */
  readonly enough: boolean;
}

/**
 * The least general level at which enough practices look alike; where none does, as when a mechanism has released little, the most general
 * one. `exact` keeps everything as it is, on the word of two reviewers.
 */
export const generaliseTraits = (own: Traits, released: readonly Traits[], exact: boolean): Generalised => {
  for (const level of [EXACT, PERIODS, WITHOUT_INSTITUTIONS, WITHOUT_GROUPS] as const) {
    const found = anonymityOf(own, released, level);
    if (exact || isEnough(found) || level === WITHOUT_GROUPS) return { ...found, level, enough: isEnough(found) };
  }
  throw new Error('unreachable');
};
