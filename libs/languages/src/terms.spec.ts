import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createTranslator } from './catalogue.js';
import { termKey, termLabels, type TermKind } from './terms.js';

describe('the name of a term', () => {
  it.each([
    ['theme', 'Equality & non-discrimination', 'Égalité et non-discrimination'],
    ['theme', 'Equality and non-discrimination', 'Égalité et non-discrimination'],
    ['theme', 'B31 Equality & non-discrimination', 'Égalité et non-discrimination'],
    ['group', 'older persons', 'Personnes âgées'],
    [
      'group',
      'Children in vulnerable situations (abused, living on the street, institutionalized, indigenous, migrant children etc.)',
      null,
    ],
    ['body', 'CRC', 'Comité des droits de l’enfant (CRC)'],
    ['body', 'CRC-OP-SC', null],
  ] as const)('is found for the %s %s', (kind, label, name) => {
    const key = termKey(kind, label);
    const found = createTranslator('fr', ['vocabulary'])(key);
    expect(found).not.toBe(key);
    if (name !== null) expect(found).toBe(name);
  });

  it('is not there for a word of somebody’s own', () => {
    expect(createTranslator('fr', ['vocabulary'])(termKey('theme', 'Our own words'))).toBe('term.theme.our-own-words');
  });

  it.each(['theme', 'group', 'body'] as const)('is found for every label that can be chosen for a %s', (kind) => {
    const { term } = JSON.parse(readFileSync(new URL('./en/vocabulary.json', import.meta.url), 'utf8')) as {
      readonly term: Readonly<Record<TermKind, Readonly<Record<string, string>>>>;
    };
    const keys = Object.keys(term[kind]).map((key) => `term.${kind}.${key}`);
    expect(termLabels(kind, term[kind]).map((label) => termKey(kind, label))).toEqual(keys);
  });
});
