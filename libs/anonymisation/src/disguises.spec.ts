import { describe, expect, it } from '@jest/globals';
import { type Language, languages } from '@nmirf/contracts/languages/language';
import fc from 'fast-check';
import { recordSaying } from '../../../test/harness/one-text.js';
import { prepare } from './gate.js';
import { recognise } from './recognise.js';

const context = { region: 'europe', persons: [], publicNames: [], released: [], reviewers: [] } as const;
const KNOWN = [{ name: 'Zork Blimfield', email: 'zork@example.org', phone: '212555777' }];
/** What a text says when nobody has decided anything, with a contact whom the record knows. */
const outOf = (language: Language, words: string): string =>
  prepare(recordSaying(language, words, KNOWN), [], context).summary?.summary[0]?.text ?? '';

/** Letters that look like those of the name, in other scripts and other alphabets of Unicode. */
const LOOKALIKES: Readonly<Record<string, readonly string[]>> = {
  Z: ['Ζ', 'Ｚ', '𝐙', 'ℤ'],
  o: ['о', 'ο', 'ｏ', '𝗈', 'ö', 'օ'],
  r: ['ｒ', '𝑟', 'ř'],
  k: ['к', 'ｋ', '𝓀', 'ḱ'],
  B: ['В', 'Β', 'Ｂ', '𝔹'],
  l: ['ｌ', 'ⅼ', '𝚕', 'ĺ', 'ӏ'],
  i: ['і', 'ｉ', 'ⅰ', 'í'],
  m: ['ｍ', 'ⅿ', '𝖒'],
  f: ['ｆ', '𝒇', 'ḟ'],
  e: ['е', 'ｅ', 'ℯ', 'é'],
  d: ['ԁ', 'ｄ', 'ⅾ', 'ď'],
};
const PLAIN = new Map(Object.entries(LOOKALIKES).flatMap(([plain, others]) => others.map((other) => [other, plain] as const)));

/** Signs that show nothing, or next to nothing: zero-width, bidi, joiners, selectors, tags, harakat, marks. */
const UNSEEN = ['', '', '\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff', '\u202e', '\u2067', '\u034f', '\ufe0f', '\u{e0061}', '\u{e0101}'];
const MARKUP = ['', '', '', '<b>', '</b>', '<i class="x">', '<!-- x -->', '<wbr>', '*', '__'];
const BETWEEN = [' ', '\n', '\r\n', '\u00a0', '\u3000', '\t', '<br>', '</p><p>', ' <b>', '\u2028', '  \n  '];

const disguised = (word: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...[...word].map((letter) =>
        fc.tuple(
          fc.oneof({ weight: 3, arbitrary: fc.constant(letter) }, fc.constantFrom(letter, ...(LOOKALIKES[letter] ?? []))),
          fc.constantFrom(...UNSEEN),
        ),
      ),
    )
    .chain((letters) =>
      fc
        .tuple(fc.nat({ max: letters.length }), fc.constantFrom(...MARKUP))
        .map(([at, markup]) => letters.map(([letter, unseen], i) => (i === at && i > 0 ? markup : '') + letter + unseen).join('')),
    );
const names = fc
  .tuple(disguised('Zork'), fc.constantFrom(...BETWEEN), disguised('Blimfield'))
  .map(([given, between, family]) => given + between + family);
const carriers = fc.constantFrom(
  ...(['With # and the unit.', '#', 'Avec # et la cellule.', 'Con # y la unidad.', '(#)', 'نظم التدريب مع # والوحدة.'] as const),
);

/** The letters of a text as a reader sees them. */
const read = (words: string): string =>
  [...words]
    .map((letter) => PLAIN.get(letter) ?? letter)
    .join('')
    .replace(/<[^<>]*>/g, '')
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

describe('a name in any disguise', () => {
  it('is hidden, whatever is put on it, in it and around it', () => {
    fc.assert(
      fc.property(names, carriers, fc.constantFrom(...languages), (name, carrier, language) => {
        const out = outOf(
          language,
          carrier.replace('#', () => name),
        );
        return !/zork|blimf|field/.test(read(out));
      }),
      { numRuns: 600 },
    );
  });
});

describe('an address in words', () => {
  const AT = ['at', 'AT', '(at)', '[at]', 'arroba', 'arobase', 'آت'];
  const DOT = ['dot', 'DOT', '(dot)', 'punto', 'ponto', 'point', 'نقطة', '.'];
  const space = fc.constantFrom(' ', '\n', '  ', '\u00a0', '\t');
  it('is hidden, however it is spelled and broken', () => {
    fc.assert(
      fc.property(fc.constantFrom(...AT), fc.constantFrom(...DOT), space, space, (at, dot, one, two) => {
        const words = `Write to gwarlon.x${one}${at}${two}example${dot === '.' ? dot : one + dot + two}org today.`;
        return !/gwarlon|example/.test(outOf('en', words));
      }),
    );
  });
});

describe('a number in words', () => {
  it.each([
    ['en', 'Call zero six one two three four five six seven eight.'],
    ['en', 'Call Five, five, five, one, two, one, two.'],
    ['fr', 'Appelez le zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit.'],
    ['es', 'Llame al seis uno dos tres cuatro cinco seis siete ocho.'],
    ['pt', 'Ligue para nove um dois três quatro cinco seis sete oito.'],
    ['ar', 'اتصل على صفر ستة واحد اثنان ثلاثة أربعة خمسة ستة.'],
  ] as const)('is a telephone number (%s): %s', (language, words) =>
    expect(recognise(words, language)).toContainEqual(expect.objectContaining({ type: 'phone', tier: 'auto' })),
  );
  it.each([
    ['en', 'In one or two of three years, four ministries met five times.'],
    ['fr', 'Deux ou trois fois par an, quatre ministères.'],
  ] as const)('counts things otherwise (%s): %s', (language, words) =>
    expect(recognise(words, language).filter(({ type }) => type === 'phone')).toEqual([]),
  );
});
