import { describe, expect, it } from '@jest/globals';
import type { Language } from '@nmirf/contracts/languages/language';
import { fold } from '../text/fold.js';
import { normalise } from '../text/normalise.js';
import { LATIN_ORIGINS, ARABIC_ORIGINS } from '../measure/names-by-origin.js';
import { nameKind } from '../lexicon/name-lexicon.js';
import { type Line, train } from '../training/random-field.js';
import { closedWorld } from '../recognisers/closed-world.recogniser.js';
import { listedBetween } from '../recognisers/listed.js';
import { pack, unpack } from './model.js';
import { VOCABULARY_BYTES, vocabularyBytes, vocabularyOf } from './vocabulary.js';
import { arabicTagger, latinTagger } from './weights.js';

const persons = (text: string): string[] =>
  (/[\u0620-\u06d5]/.test(text) ? arabicTagger() : latinTagger())
    .judge(text)
    .something(() => 0.3)
    .filter(({ tag }) => tag === 'person')
    .map(({ start, end }) => text.slice(start, end));

describe('the taggers', () => {
  it.each([
    ['The training was led by Zorka Blimfield, with help from the unit.', 'Zorka Blimfield'],
    ['La formation a été animée par Zorka Blimfield au ministère.', 'Zorka Blimfield'],
    ['La formación la dirigió Zorka Blimfield en el ministerio.', 'Zorka Blimfield'],
    ['A formação foi dirigida por Zorka Blimfield no ministério.', 'Zorka Blimfield'],
    ['وأكد الوزير زوركا بليمفيلد أهمية المتابعة.', 'زوركا بليمفيلد'],
  ])('see a name nobody has: %s', (text, name) => expect(persons(text).join('|')).toContain(name));

  it('see none where there is none', () => {
    expect(persons('Every recommendation has an owner, a date and a stage.')).toEqual([]);
    expect(persons('لكل توصية مسؤول وتاريخ ومرحلة.')).toEqual([]);
  });

  it('take a name of the gazetteer for no verdict', () => {
    expect(nameKind(fold('María'))).toBe(1);
    expect(nameKind('recommendation')).toBe(0);
  });

  it('are measured with names they have not learnt from', () => {
    const lists = [...Object.values(LATIN_ORIGINS), ...Object.values(ARABIC_ORIGINS)];
    const known = lists.flatMap(({ given, family }) => [...given, ...family]).filter((name) => (nameKind(fold(name)) & 3) > 0);
    expect(known).toEqual([]);
  });

  it('tag a text of 100,000 characters without a line end', () => {
    const text = 'Zork Blimfield met nobody and '.repeat(3_400);
    expect(persons(text).length).toBeGreaterThan(0);
  });
});

describe('training', () => {
  const line = (slots: number[], gold: number[]): Line => ({
    features: Int32Array.from(slots),
    gold: Uint8Array.from(gold),
    allowed: [true, true],
  });
  const lines = [line([1, 2, 3], [0, 1, 0]), line([3, 2, 1], [0, 1, 0]), line([1, 3, 3], [0, 0, 0])];
  const recipe = { tags: 2, bits: 3, each: 1, epochs: 5, seed: 1, rate: 0.1, decay: 0 };

  it('gives the same weights each time', () => {
    const bytes = () => pack(train(lines, recipe), 0.01, new Int8Array(VOCABULARY_BYTES));
    expect(bytes()).toEqual(bytes());
  });

  it('refuses weights of another length', () => {
    expect(() => unpack(new Int8Array(5), { tags: ['a', 'b'], bits: 3, step: 1 })).toThrow(RangeError);
  });

  it('remembers the words it is given', () => {
    const { isCommon, isSmall } = vocabularyOf(vocabularyBytes([11, 12], [12]));
    expect([isCommon(11), isSmall(11), isSmall(12), isCommon(99)]).toEqual([true, false, true, false]);
  });
});

describe('an Arabic list of names', () => {
  const tagged = (text: string, ...names: string[]) =>
    names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length, tag: 'person' }));

  it('has persons between persons, also where they are ordinary words', () => {
    const text = 'شارك محمد منير، وعلي الحجار، ونيكول سابا في الحفل';
    expect(listedBetween(text, tagged(text, 'محمد منير', 'نيكول سابا')).map(([start, end]) => text.slice(start, end))).toEqual([
      'وعلي الحجار',
    ]);
  });

  it('is none where a sentence stands between two names', () => {
    const text = 'شارك محمد منير، وقال في كلمة طويلة عن الحفل، ونيكول سابا';
    expect(listedBetween(text, tagged(text, 'محمد منير', 'نيكول سابا'))).toEqual([]);
  });
});

describe('a word that opens a sentence alone', () => {
  it.each<[Language, string, readonly string[]]>([
    ['en', 'Banda proposed the new procedure.', ['Banda']],
    ['fr', 'Le registre existe. Banda n’a pas accepté.', ['Banda']],
    ['es', 'Guerra propuso el nuevo procedimiento.', ['Guerra']],
    ['pt', 'Trindade propôs o novo procedimento.', ['Trindade']],
    ['fr', 'Narvaez a proposé la nouvelle procédure.', ['Narvaez']],
    ['en', 'Costa proposed the new procedure.', ['Costa']],
    ['en', 'Costa Rica proposed the new procedure.', []],
    ['fr', 'Le guide est de D. Montenegro et du Monténégro.', ['D. Montenegro']],
    ['en', 'You proposed the new procedure. Women and police took part.', []],
    ['pt', 'O Senhor Governador propôs o procedimento. A Senhora Desembargadora também.', []],
  ])('%s: %s', (language, words, names) => {
    const found = closedWorld.find(normalise(words, language), { strict: false });
    expect(found.map(({ start, end }) => words.slice(start, end))).toEqual(names);
  });
});
