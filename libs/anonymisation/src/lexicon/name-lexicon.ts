import { fold } from '../text/fold.js';
import { familyNames } from './family-names.js';
import { givenNames } from './given-names.js';
import { placeNames } from './place-names.js';
import { stateNames } from './public-words.js';

const PLACE = 4;
let kinds: ReadonlyMap<string, number> | undefined;

const build = (): ReadonlyMap<string, number> => {
  const all = new Map<string, number>();
  [givenNames, familyNames, placeNames].forEach((names, i) => {
    for (const name of names.split(/[\s-]+/)) if (name !== '') all.set(fold(name), (all.get(fold(name)) ?? 0) | (1 << i));
  });
  // States in Arabic letters, those of one word; the Latin ones are words of public life.
  for (const name of stateNames('ar').map(fold)) if (!name.includes(' ')) all.set(name, (all.get(name) ?? 0) | PLACE);
  return all;
};

/** What a folded word is known as: 1 a given name, 2 a family name, 4 a place, or a sum of them; 0 when it is on no list. */
export const nameKind = (folded: string): number => {
  kinds ??= build();
  return kinds.get(folded) ?? 0;
};
