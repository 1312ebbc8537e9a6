import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from './fold.js';
import { clean, normalise } from './normalise.js';
import { traitsOf } from './traits.js';
import { opensSentence, wordBefore, wordsOf } from './words.js';

const text = (original: string): string => normalise(original, 'en').text;
/** Any sequence of UTF-16 units: lone surrogates, controls, marks without a letter. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));
const nasty = fc.oneof(
  units,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom('a', 'é', 'e\u0301', '\u200b', '\u202e', 'ـ', 'َ', 'م', '٣', '۴', '５', 'а', 'ο', '\ud800', '𝟗', 'ﷺ', '@', ' ', '’'),
      {
        maxLength: 80,
      },
    )
    .map((parts) => parts.join('')),
);

describe('a normalised text', () => {
  it.each([
    ['composes', 'cafe\u0301', 'café'],
    ['drops zero-width characters', 'Fa\u200bti\u2060ma', 'Fatima'],
    ['drops bidi marks', '\u202eabc\u202c \u2066def\u2069', 'abc def'],
    ['drops soft hyphens', 'na\u00adme', 'name'],
    ['drops tatweel and harakat', 'مُحَمَّـــد', 'محمد'],
    ['composes alef with hamza', 'ا\u0654حمد', 'أحمد'],
    ['reads Arabic-Indic digits', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['reads extended Arabic-Indic digits', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['reads full-width forms', '１２３＠ａ', '123@a'],
    ['reads Devanagari digits', '९', '9'],
    ['reads mathematical digits', '𝟗𝟏', '91'],
    ['takes Cyrillic lookalikes inside a Latin word for Latin', 'Mаriа', 'Maria'],
    ['leaves Cyrillic words', 'мир', 'мир'],
    ['makes quotes, dashes and spaces one', 'l’eau – ici\u00a0là', "l'eau - ici là"],
    ['replaces lone surrogates', 'a\ud800b', 'a\ufffdb'],
    ['drops signs of emphasis inside a word, however wide', 'Za\ufe4dri_na \uff0aone\uff0a', 'Zarina *one*'],
    ['drops marks that no letter carries', '1\u0336\u03362', '12'],
  ])('%s', (_, original, expected) => expect(text(original)).toBe(expected));

  it('knows the way back to what was typed', () => {
    const original = 'x Fa\u200bti\u0301ma y';
    const { text: normal, toOriginal } = normalise(original, 'en');
    const start = normal.indexOf('Fatíma');
    const { start: from, end } = toOriginal(start, start + 6);
    expect(original.slice(from, end)).toBe('Fa\u200bti\u0301ma');
  });

  it('maps every stretch to a stretch, in order, whatever the text', () => {
    fc.assert(
      fc.property(nasty, (original) => {
        const { text: normal, toOriginal } = normalise(original, 'ar');
        let last = 0;
        for (let i = 0; i < normal.length; i++) {
          const { start, end } = toOriginal(i, i + 1);
          if (start < last || end <= start || end > original.length) return false;
          last = start;
        }
        return toOriginal(0, normal.length).end <= original.length;
      }),
      { numRuns: 500 },
    );
  });

  it('is normal already when it is normalised again', () => {
    fc.assert(
      fc.property(nasty, (original) => wordsOf(text(text(original))).length === wordsOf(text(original)).length),
      { numRuns: 300 },
    );
  });

  it('takes time that grows with the text, also for a pile of marks', () => {
    const cost = (original: string): number => {
      const tries = Array.from({ length: 5 }, () => {
        const begin = process.cpuUsage();
        normalise(original, 'ar');
        return process.cpuUsage(begin).user;
      });
      return Math.min(...tries);
    };
    for (const piece of ['e\u0301', '\u0301\u0316', 'مُ', 'а1']) {
      const [short, long] = [piece.repeat(12_500), piece.repeat(50_000)];
      cost(short);
      // Four times the text; one quadratic step alone would cost seconds. In microseconds of this process, whatever else runs.
      expect(cost(long)).toBeLessThan(cost(short) * 12 + 200_000);
    }
  });
});

describe('a cleaned text', () => {
  it('shows nothing hidden', () => expect(clean('a\u202eb\u200b\ud800c\u0000e\u0301')).toBe('ab\ufffdcé'));
  it('leaves the five languages alone', () => {
    for (const words of ['été à l’œuvre', 'niñez', 'coração', 'مُحَمَّد', 'state']) expect(clean(words)).toBe(words);
  });
  it('is well-formed, whatever the text', () => {
    fc.assert(fc.property(nasty, (original) => !/\p{Cs}/u.test(clean(original)) && clean(clean(original)) === clean(original)));
  });
});

describe('the traits of a text', () => {
  it('see triggers', () => {
    expect(traitsOf('a@b.c 12 34 Éa أ :')).toMatchObject({
      at: true,
      joined: true,
      colon: true,
      arabic: true,
      digits: 4,
      longestGroup: 4,
      runs: [6, 9],
      capitals: [12],
    });
    expect(traitsOf('End. New')).toMatchObject({ joined: false, capitals: [5] });
    expect(traitsOf('12 years 34')).toMatchObject({ longestGroup: 2 });
  });
});

describe('words', () => {
  it('are folded', () => expect(['Élève', 'أحمد', 'فاطمة', 'Łódź'].map(fold)).toEqual(['eleve', 'احمد', 'فاطمه', 'lodz']));
  it('are found before a place', () => {
    expect(wordBefore('case no. 12', 9).text).toBe('no');
    expect(wordBefore('12, 13', 4).text).toBe('');
    expect(wordBefore('', 0).text).toBe('');
  });
  it('know where a sentence opens', () => {
    expect(opensSentence('One. Two', 5)).toBe(true);
    expect(opensSentence('One two', 4)).toBe(false);
    expect(opensSentence('x\nTwo', 2)).toBe(true);
  });
});
