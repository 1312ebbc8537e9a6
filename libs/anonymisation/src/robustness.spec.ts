import { describe, expect, it } from '@jest/globals';
import type { Language } from '@nmirf/contracts/languages/language';
import fc from 'fast-check';
import { recordSaying } from '../../../test/harness/one-text.js';
import { prepare } from './gate.js';
import { recognise, withhold } from './recognise.js';
import { secondCheck } from './second-check.js';

const context = { region: 'europe', persons: [], publicNames: [], released: [], reviewers: [] } as const;
const publish = (language: Language, words: string, contacts: readonly object[] = []) =>
  prepare(recordSaying(language, words, contacts), [], context);
const outOf = (language: Language, words: string, contacts: readonly object[] = []): string =>
  publish(language, words, contacts).summary?.summary[0]?.text ?? '';

const KNOWN = [{ name: 'Zork Blimfield', email: 'zork@example.org', phone: '212555777' }];

describe('a name in disguise', () => {
  it.each([
    ['over two lines', 'With Zork\nBlimfield.'],
    ['with markup', 'With Zo<b>rk</b> Blim<i>fie</i>ld.'],
    ['with emphasis', 'With Zo**rk** Bl_im_field.'],
    ['between tags', '<p>Zork</p><p>Blimfield</p>'],
    ['spaced out', 'With Z o r k B l i m f i e l d here.'],
    ['with full stops', 'With Z.o.r.k and the unit.'],
    ['with soft hyphens', 'With Zo\u00adrk Blim\u00adfield.'],
    ['with zero-width marks', 'With Z\u200bork Bl\u200dimfield.'],
    ['turned around', 'With \u202eZork\u202c \u2067Blimfield\u2069.'],
    ['with Cyrillic letters', 'With Zоrk Вlimfiеld.'],
    ['with Greek letters', 'With Zοrk Blimfιeld.'],
    ['in full width', 'With Ｚｏｒｋ Ｂｌｉｍｆｉｅｌｄ.'],
    ['in mathematical letters', 'With 𝐙𝐨𝐫𝐤 𝐁𝐥𝐢𝐦𝐟𝐢𝐞𝐥𝐝.'],
    ['with many marks', 'With Z̷̛o̴r̶k̵ B̸l̷i̶m̵f̴i̷e̸l̶d̵.'],
    ['with signs by number and by name', 'With Z&#111;rk&nbsp;Blim&shy;fi&#x65;ld.'],
    ['in Arabic letters', 'With زورك بليمفيلد.'],
  ])('is hidden: %s', (_, words) => {
    const bare = outOf('en', words, KNOWN)
      .normalize('NFKD')
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase();
    expect(bare).not.toMatch(/zork|blimf|زورك|بليمفيلد/);
  });

  it.each([
    ['en', 'Write to zork at example dot org.', 'Write to [e-mail].'],
    ['en', 'Write to zork dot blim at example dot org.', 'Write to [e-mail].'],
    ['en', 'Write to zork&#64;example.org or zork\ud800@example.org.', 'Write to [e-mail] or [e-mail].'],
    ['es', 'La dirección es zork arroba example punto org.', 'La dirección es [correo electrónico].'],
    ['fr', 'L’adresse est zork arobase example point org.', 'L’adresse est [courriel].'],
    ['pt', 'O endereço é zork arroba example ponto org.', 'O endereço é [correio eletrónico].'],
    ['ar', 'العنوان هو zork آت example نقطة org.', 'العنوان هو [بريد إلكتروني].'],
    ['en', 'It helped three women and two young migrants.', 'It helped fewer than 10 women and fewer than 10 young migrants.'],
    ['en', 'Two of every three women took part in two ministries.', 'Two of every three women took part in two ministries.'],
    ['fr', 'Elle a aidé trois femmes.', 'Elle a aidé moins de 10 femmes.'],
    ['es', 'Ayudó a cuatro mujeres.', 'Ayudó a menos de 10 mujeres.'],
    ['pt', 'Ajudou cinco pessoas.', 'Ajudou menos de 10 pessoas.'],
  ] as const)('or in words is hidden (%s): %s', (language, words, expected) => expect(outOf(language, words)).toBe(expected));
});

/** What a piece of work costs: microseconds of this process's own processor time, however long it waits for others. */
const workOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

describe('any text', () => {
  const nasty = fc.constantFrom(
    'a',
    'Zork ',
    '@',
    '.',
    '1',
    '1 ',
    '-',
    '<b',
    '<b>',
    '*',
    'A. ',
    'é\u0301',
    '\ud800',
    '\u200b',
    'م',
    'محمد ',
    'ж',
    ' at x dot ',
    'M. ',
    '\n',
    '(',
    '12/03/',
    'a@',
    'www.',
    'DE',
  );

  it('takes work in proportion to its length', () => {
    const workOn = (words: string): number => Math.min(...Array.from({ length: 3 }, () => workOf(() => recognise(words, 'en'))));
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (parts) => {
        const piece = parts.join('');
        // Whole pieces: a text that ends in half a tag is another one.
        const few = piece.repeat(Math.ceil(1_000 / piece.length));
        workOn(few);
        // Eight times the text: quadratic would be 64 times the work. Small amounts are mostly noise.
        return workOn(few.repeat(8)) < 32 * Math.max(workOn(few), 1_000);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('of 100,000 characters costs about ten times what one of 10,000 does', () => {
    const mixed = fc.sample(nasty, { numRuns: 3_000, seed: 7 }).join('');
    const of = (length: number) => mixed.repeat(Math.ceil(length / mixed.length)).slice(0, length);
    const work = (length: number): number => {
      const words = of(length);
      return workOf(() => recognise(words, 'en'));
    };
    work(10_000);
    expect(work(100_000)).toBeLessThan(30 * Math.max(work(10_000), 2_000));
  }, 60_000);

  it('of 100,000 characters is gone through', () => {
    const words = 'The unit of Gwarlon met Zork Blimfield on 12 March 2024 and wrote to box@example.org. '.repeat(1_200).slice(0, 100_000);
    const found = recognise(words, 'en');
    expect(found.filter(({ type }) => type === 'email')).toHaveLength(1_162);
    expect(withhold(words.slice(0, 20_000), 'en', 'recall').length).toBeGreaterThan(400);
  }, 30_000);

  it('that is no valid UTF-16 neither breaks the gate nor leaves it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), nasty, (before, piece) => {
        const words = `${before}\ud83d${piece}\udc00 zork@example.org \udfff`;
        const { summary, report } = publish('en', words, KNOWN);
        if (!summary || !report) return true;
        secondCheck({ practice: '0198c0de-0000-4000-8000-000000000000', version: 1, summary, report });
        const out = JSON.stringify(summary);
        return !/\\ud[89a-f]/i.test(out) && !out.includes('zork@');
      }),
      { numRuns: 100 },
    );
  });
});
