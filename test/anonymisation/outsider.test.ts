import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { prepare } from '@nmirf/anonymisation/gate';
import { ARABIC_ORIGINS, LATIN_ORIGINS } from '@nmirf/anonymisation/measure/names-by-origin';
import { fold } from '@nmirf/anonymisation/text/fold';
import { type Language, languages } from '@nmirf/contracts/languages/language';
import { anonymisationReport } from '@nmirf/contracts/practices/report';
import { practiceRecord } from '@nmirf/contracts/practices/record';
import fc from 'fast-check';

/** A sentence with everything that a careless hand writes: `#` is a name, `@` an address, `+` a telephone number. */
const SENTENCES: Readonly<Record<Language, string>> = {
  en: 'The list is kept by Mrs # since 12 March 2019. Write to @ or call +. Mrs # trained three women.',
  fr: 'La liste est tenue par Mme # depuis le 12 mars 2019. Écrire à @ ou appeler le +. Mme # a formé trois femmes.',
  es: 'La lista la lleva la Sra. # desde el 12 de marzo de 2019. Escriba a @ o llame al +. La Sra. # formó a tres mujeres.',
  pt: 'A lista é mantida pela Sra. # desde 12 de março de 2019. Escreva a @ ou ligue +. A Sra. # formou três mulheres.',
  ar: 'تتولى السيدة # القائمة منذ 12 مارس 2019. راسلوا @ أو اتصلوا على +. دربت السيدة # ثلاث نساء.',
};
const nameIn = (language: Language) =>
  fc
    .constantFrom(...Object.values(language === 'ar' ? ARABIC_ORIGINS : LATIN_ORIGINS))
    .chain(({ given, family }) => fc.tuple(fc.constantFrom(...given), fc.constantFrom(...family)).map((parts) => parts.join(' ')));
const planted = fc.constantFrom(...languages).chain((language) =>
  fc.record({
    language: fc.constant(language),
    name: nameIn(language),
    address: fc.stringMatching(/^[a-z]{6,12}$/).map((box) => `${box}@example.org`),
    phone: fc.integer({ min: 100_000, max: 999_999 }).map((digits) => `+212 537 ${String(digits)}`),
  }),
);
const context = { region: 'africa', persons: [], publicNames: [], released: [], reviewers: ['R-7K3QD'], day: '2026-01-05' } as const;
const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length > 2);
const hashesOf = (word: string): string[] =>
  (['sha256', 'sha1', 'md5'] as const).flatMap((algorithm) =>
    (['hex', 'base64', 'base64url'] as const).map((encoding) => createHash(algorithm).update(word).digest(encoding)),
  );

it('lets an outsider read from the report what was done to a text, and learn nothing of what was hidden', () => {
  fc.assert(
    fc.property(planted, ({ language, name, address, phone }) => {
      const original = SENTENCES[language].replaceAll('#', name).replace('@', address).replace('+', phone);
      const record = practiceRecord.parse({
        originalLanguage: language,
        country: 'MAR',
        title: [{ language, text: '2019' }],
        summary: [{ language, text: original }],
        buildingBlocks: [{ title: [{ language, text: '1' }] }],
        type: 'procedure',
        stage: 'pilot',
        from: '2019-03-12',
      });
      const { summary, report, findings } = prepare(record, [], context);
      const message = JSON.stringify({ summary, report });

      // What was done: every kind, with what became of it, adds up to what was found.
      const told = anonymisationReport.parse(report);
      for (const { type, masked, generalised, allowed } of told.spans)
        expect({ type, count: masked + generalised + allowed }).toEqual({
          type,
          count: findings.filter((found) => found.type === type && found.why !== 'few-alike').length,
        });
      expect(told.spans.map(({ type }) => type)).toEqual(expect.arrayContaining(['email', 'phone']));

      // What was hidden: no word of it that does not stand elsewhere in the text, in no case and spelling, and no hash of it.
      const hidden = findings.filter(({ start, end }) => end > start);
      const standing = fold(
        [...original].map((_, i) => (hidden.some(({ start, end }) => i >= start && i < end) ? ' ' : original[i])).join(''),
      );
      const secrets = hidden
        .flatMap(({ start, end }) => wordsIn(original.slice(start, end)))
        .filter((word) => !standing.includes(fold(word)) && !['2019'].includes(word));
      const read = fold(message);
      expect(
        [...new Set(secrets)].filter((word) => new RegExp(`(?<![\\p{L}\\p{N}])${fold(word)}(?![\\p{L}\\p{N}])`, 'u').test(read)),
      ).toEqual([]);
      for (const secret of [name, address, phone, ...secrets]) for (const hash of hashesOf(secret)) expect(message).not.toContain(hash);
    }),
    { numRuns: 40, seed: 4 },
  );
});
