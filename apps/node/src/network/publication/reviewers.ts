import { createHash, randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Reviewer } from './reviewer.entity.js';

/** Crockford's base 32: no letter that is taken for a figure. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newPseudonym = (): string => `R-${Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('')}`;

const LETTERS = 5;

/**
 * The pseudonyms of persons for one practice alone: whoever compares two practices cannot tell from them that one mechanism made both. The
 * mechanism, which knows the ids of its persons and practices, can resolve them.
 */
export const pseudonymsWithin = (practice: string, persons: readonly string[]): string[] =>
  persons.map((person) => {
    const bytes = createHash('sha256').update(`${practice} ${person}`).digest().subarray(0, LETTERS);
    return `R-${[...bytes].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '').join('')}`;
  });

const TRIES = 5;

/** The pseudonyms of persons, in the order given; who has none yet gets one. */
export const pseudonymsOf = async (tx: EntityManager, persons: readonly string[]): Promise<string[]> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const rows: { personId: string; pseudonym: string }[] = await tx.query(
      `select person_id as "personId", pseudonym from reviewer where person_id = any($1)`,
      [persons],
    );
    const known = new Map(rows.map(({ personId, pseudonym }) => [personId, pseudonym]));
    const without = persons.filter((person) => !known.has(person));
    if (without.length === 0) return persons.map((person) => known.get(person) ?? '');
    const made = without.map((personId) => ({ personId, pseudonym: newPseudonym() }));
    // Two of one name, or somebody who was given one just now: asked again.
    await tx.createQueryBuilder().insert().into(Reviewer).values(made).orIgnore().execute();
  }
  throw new Error('No free pseudonym was drawn');
};
