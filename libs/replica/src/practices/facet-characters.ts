import { BEGINNINGS, type LibraryFacet } from '@nmirf/contracts/practices/library';
import type { EntityManager } from 'typeorm';
import type { Narrowed } from './segments.js';

/** The first number that is given (see the migration), and the last that is a character: what is said behind it is not counted. */
const [FIRST, LAST] = [0xe000, 0x10ffff];
/** Stands between practices; no value has it. */
export const BETWEEN = ' ';

interface Said {
  readonly facet: LibraryFacet;
  readonly value: string;
}

/** What a practice says in the facets of the library. */
const saidOf = ({ region, country, type, from_year, languages, themes, sdgs }: Narrowed): Said[] => {
  const values: Record<LibraryFacet, readonly (string | number)[]> = {
    ...{ theme: themes, language: languages, sdg: sdgs, region: [region], country: country === null ? [] : [country], type: [type] },
    year: [Math.floor(from_year / BEGINNINGS) * BEGINNINGS],
  };
  return (Object.keys(values) as LibraryFacet[]).flatMap((facet) =>
    [...new Set(values[facet])].map((value) => ({ facet, value: String(value) })),
  );
};

/** Takes a list of what is said as JSON. */
const SAID = 'json_to_recordset($1) as said(facet text, value text)';
/** Gives numbers to what is said for the first time. */
const NAME = `
  insert into facet_value (facet, value)
  select facet, value from ${SAID} where not exists (select from facet_value known where known.facet = said.facet and known.value = said.value)
  on conflict do nothing`;
const NUMBERS = `select code, facet, value from ${SAID} join facet_value using (facet, value) where code <= ${LAST}`;

const keyOf = ({ facet, value }: Said): string => `${facet}:${value}`;

/** The characters of what each of these practices says. */
export async function charactersOf(tx: EntityManager, practices: readonly Narrowed[]): Promise<string[]> {
  const said = practices.map(saidOf);
  const each = JSON.stringify([...new Map(said.flat().map((one) => [keyOf(one), one])).values()]);
  await tx.query(NAME, [each]);
  const numbers: (Said & { code: number })[] = await tx.query(NUMBERS, [each]);
  const characters = new Map(numbers.map((one) => [keyOf(one), String.fromCodePoint(one.code)]));
  return said.map((values) => values.map((one) => characters.get(keyOf(one)) ?? '').join(''));
}

/** How many practices there are, and how many of the first `most` have each number. */
export const countCharacters = (
  practices: string | null,
  most: number,
): { readonly hits: number; readonly counts: Map<number, number> } => {
  if (practices === null) return { hits: 0, counts: new Map() };
  // A list and not a map: ten thousand practices have more than a hundred thousand characters, and this thread has other things to do.
  const counts: number[] = [];
  let hits = 1;
  for (let at = 0; at < practices.length; at++) {
    const code = practices.codePointAt(at)!;
    if (code > 0xffff) at++;
    if (code < FIRST) hits++;
    else if (hits <= most) counts[code - FIRST] = (counts[code - FIRST] ?? 0) + 1;
  }
  return { hits, counts: new Map(Object.entries(counts).map(([index, count]) => [FIRST + Number(index), count])) };
};
