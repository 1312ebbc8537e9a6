import { fold } from '../text/fold.js';
import { familyNames } from './family-names.js';
import { givenNames } from './given-names.js';
import { placeNames } from './place-names.js';

let kinds: ReadonlyMap<string, number> | undefined;

const build = (): ReadonlyMap<string, number> => {
  const all = new Map<string, number>();
  [givenNames, familyNames, placeNames].forEach((names, i) => {
    for (const name of names.split(/[\s-]+/)) if (name !== '') all.set(fold(name), (all.get(fold(name)) ?? 0) | (1 << i));
  });
  return all;
};

/** What a folded word is known as: 1 a given name, 2 a family name, 4 a place, or a sum of them; 0 when it is on no list. */
export const nameKind = (folded: string): number => {
  kinds ??= build();
  return kinds.get(folded) ?? 0;
};
