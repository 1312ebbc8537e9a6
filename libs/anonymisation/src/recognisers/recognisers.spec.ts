import { describe, expect, it } from '@jest/globals';
import type { Language } from '@nmirf/contracts/languages/language';
import fc from 'fast-check';
import { merge } from '../merge.js';
import type { RecordContext, Recogniser } from '../span.js';
import { normalise } from '../text/normalise.js';
import { account } from './account.recogniser.js';
import { age } from './age.recogniser.js';
import { patternRecognisers, recordRecognisers } from './all.js';
import { arabicReading } from './arabic-reading.recogniser.js';
import { caseNumber } from './case-number.recogniser.js';
import { closedWorld } from './closed-world.recogniser.js';
import { coordinates } from './coordinates.recogniser.js';
import { date } from './date.recogniser.js';
import { email } from './email.recogniser.js';
import { honorific } from './honorific.recogniser.js';
import { identifier } from './identifier.recogniser.js';
import { ip } from './ip.recogniser.js';
import { knownName } from './known-name.recogniser.js';
import { NameIndex } from './name-index.js';
import { organisation } from './organisation.recogniser.js';
import { ownCountry } from './own-country.recogniser.js';
import { phone } from './phone.recogniser.js';
import { privateRun, runsOf } from './private-run.recogniser.js';
import { smallNumber } from './small-number.recogniser.js';
import { url } from './url.recogniser.js';

type Case = readonly [Language, string, readonly string[], Partial<RecordContext>?];

const foundBy = (recogniser: Recogniser, [language, original, , record]: Case): string[] => {
  const text = normalise(original, language);
  return merge(recogniser.find(text, { strict: false, ...record })).map(({ start, end }) => {
    const place = text.toOriginal(start, end);
    return original.slice(place.start, place.end);
  });
};
const cases = (recogniser: Recogniser, all: readonly Case[]) =>
  describe(recogniser.id, () => {
    it.each(all.map((one) => [one[1], one] as const))('%s', (_, one) => {
      expect([...new Set(foundBy(recogniser, one))]).toEqual(one[2]);
    });
  });

cases(email, [
  ['en', 'Write to unit.one+x@mail.example.org.', ['unit.one+x@mail.example.org']],
  ['fr', 'Écrire à « bureau@exemple.example.org ».', ['bureau@exemple.example.org']],
  ['es', 'oficina (arroba) ejemplo (punto) example.org', ['oficina (arroba) ejemplo (punto) example.org']],
  ['pt', 'gabinete [at] example.org', ['gabinete [at] example.org']],
  ['ar', 'البريد: office＠example.org', ['office＠example.org']],
  ['en', 'of\u200bfice@exam\u200bple.org', ['of\u200bfice@exam\u200bple.org']],
  ['en', 'follow @some_account now', ['@some_account']],
  ['en', 'Meeting @ noon', []],
  ['fr', 'Aucune adresse ici.', []],
]);

cases(url, [
  ['en', 'See https://site.example.org/a?b=1, please.', ['https://site.example.org/a?b=1']],
  ['fr', 'voir www.exemple.ma/page.', ['www.exemple.ma/page']],
  ['es', 'simore.gov.py/consulta', ['simore.gov.py/consulta']],
  ['pt', 'portal.justica.gov.pt', ['portal.justica.gov.pt']],
  ['ar', 'الموقع example.ma هنا', ['example.ma']],
  ['en', 'The list is at https://www.ohchr.org/en/nmirf and un.org/x', []],
  ['es', 'Terminó el proceso.Los datos quedan.', []],
]);

cases(ip, [
  ['en', 'from 192.0.2.17 today', ['192.0.2.17']],
  ['en', 'from 2001:db8::1 today', ['2001:db8::1']],
  ['en', 'at 999.1.1.1 or 1.2.3', []],
  ['fr', 'à 12:30:45', []],
]);

cases(phone, [
  ['fr', 'tél. +212 537-71-00-00', ['+212 537-71-00-00']],
  ['ar', 'هاتف: ٠٥٣٧٧١٠٠٠٠', ['٠٥٣٧٧١٠٠٠٠']],
  ['pt', 'ligue 210 000 000', ['210 000 000'], { country: 'PRT' }],
  ['es', 'llame al 021 414 1000', ['021 414 1000'], { country: 'PRY' }],
  ['en', 'phone (020) 7946 0018', ['(020) 7946 0018']],
  ['en', 'WhatsApp 00351912345678', ['00351912345678']],
  ['en', 'From 2019-2023 and 2024', []],
  ['en', 'the programme (2009-2014) and more', [], { country: 'SVN' }],
  ['fr', 'un budget de 120 000 000 dirhams', []],
  ['en', 'A population of 12 345 678', []],
  ['en', 'On 2024-03-12', []],
  ['es', 'la resolución A/RES/48/134', []],
  ['en', 'see extension 44556677', ['44556677'], { phones: ['44556677'] }],
]);

cases(account, [
  ['en', 'IBAN GB82 WEST 1234 5698 7654 32 and more', ['GB82 WEST 1234 5698 7654 32']],
  ['fr', 'compte FR1420041010050500013M02606', ['FR1420041010050500013M02606']],
  ['pt', 'IBAN pt50000201231234567890154.', ['pt50000201231234567890154']],
  ['es', 'tarjeta 4111 1111 1111 1111', ['4111 1111 1111 1111']],
  ['ar', 'بطاقة 5555555555554444', ['5555555555554444']],
  ['en', 'number 4111 1111 1111 1112', []],
  ['en', 'Agenda 2030 and PT50', []],
]);

cases(identifier, [
  ['pt', 'CPF 529.982.247-25', ['529.982.247-25']],
  ['pt', 'número 529.982.247-26', []],
  ['pt', 'CNPJ 11.222.333/0001-81', ['11.222.333/0001-81']],
  ['es', 'con DNI 12345678Z', ['12345678Z']],
  ['es', 'NIE X1234567L', ['X1234567L']],
  ['fr', 'numéro 1 85 05 78 006 084 91', ['1 85 05 78 006 084 91']],
  ['pt', 'contribuinte 123456789', ['123456789'], { country: 'PRT' }],
  ['fr', 'titulaire AB123456', ['AB123456'], { country: 'MAR' }],
  ['ar', 'جواز السفر رقم 1234567', ['1234567']],
  ['en', 'passport no. X1234567', ['X1234567']],
  ['es', 'RUC 80012345-0', ['80012345-0']],
  ['en', 'SSN 536-90-4399', ['536-90-4399']],
  ['en', 'A/HRC/36/9 of 2017', []],
  ['es', 'meta 16.3 de los ODS', []],
]);

cases(caseNumber, [
  ['en', 'application no. 12345/06', ['12345/06']],
  ['fr', 'affaire n° 1234/2019', ['1234/2019']],
  ['es', 'expediente Nº 4567-2020', ['4567-2020']],
  ['pt', 'processo n.º 0000001-55.2010.8.26.0100', ['0000001-55.2010.8.26.0100']],
  ['ar', 'ملف عدد 2023/1101/45', ['2023/1101/45']],
  ['en', 'ECLI:PT:STJ:2019:123.4', ['ECLI:PT:STJ:2019:123.4']],
  ['en', 'views CCPR/C/120/D/2345/2014', ['CCPR/C/120/D/2345/2014']],
  ['pt', 'a Lei n.º 123/2007', []],
  ['fr', 'la résolution 48/134 et la loi 103/13', []],
  ['en', 'observations CCPR/C/MAR/CO/6 and A/HRC/36/9', []],
]);

cases(coordinates, [
  ['en', 'at 33.9716, -6.8498', ['33.9716, -6.8498']],
  ['fr', 'à 33°58\'18"N', ['33°58\'18"N']],
  ['en', 'from 1.234, 2.345 to 99.9999, 200.1234', ['1.234, 2.345']],
  ['es', 'subió 3.5, 4.5 puntos', []],
]);

cases(date, [
  ['en', 'On 12 March 2024', ['12 March 2024']],
  ['en', 'On March 12, 2024', ['March 12, 2024']],
  ['en', 'in March 2024', ['March 2024']],
  ['fr', 'du 3 au 5 mars 2024', ['3 au 5 mars 2024']],
  ['fr', 'le 1er août', ['1er août']],
  ['es', 'el 3 de mayo de 2021', ['3 de mayo de 2021']],
  ['es', 'en septiembre del 2021', ['septiembre del 2021']],
  ['pt', 'a 7 de março de 2020', ['7 de março de 2020']],
  ['ar', 'في ١٢ مارس ٢٠٢٤', ['١٢ مارس ٢٠٢٤']],
  ['ar', 'يوم 5 ربيع الأول 1445', ['5 ربيع الأول 1445']],
  ['ar', 'في 7 كانون الثاني 2020', ['7 كانون الثاني 2020']],
  ['en', '2024-03-12 or 12/03/2024 or 12.3.24', ['2024-03-12', '12/03/2024', '12.3.24']],
  ['fr', 'à 14h30', ['14h30']],
  ['en', 'since 2019, in 2019-2023', []],
  ['pt', 'Lei n.º 23/2007, de 4 de julho', []],
  ['fr', 'le dahir n° 1-11-91 du 29 juillet 2011', []],
  ['en', 'May 30 institutions report?', ['May 30']],
  ['es', '3 de cada 4 instituciones', []],
]);

cases(age, [
  ['en', 'a 45-year-old', ['45']],
  ['en', 'aged 45 at the time', ['45']],
  ['fr', 'une femme âgée de 45 ans', ['45']],
  ['es', 'una mujer de 45 años', ['45']],
  ['es', 'de 45 años de edad', ['45']],
  ['pt', 'tinha 45 anos de idade', ['45']],
  ['ar', 'البالغ من العمر ٤٥ سنة', ['٤٥']],
  ['en', 'children under 18 years old', []],
  ['fr', 'un plan de 5 ans', []],
  ['en', 'until the age of 18 years', []],
  ['en', 'at the age of 45', ['45']],
  ['pt', 'a requerente, 45 anos, falou', ['45']],
  ['es', 'menores de 18 años de edad', []],
  ['en', 'aged 15 to 24', []],
]);

cases(smallNumber, [
  ['en', 'There 3 women spoke', ['3']],
  ['en', '3 of the 12 victims', ['3 of the 12']],
  ['fr', '4 plaintes sur 2 ans', ['4']],
  ['fr', '2 sur 15', ['2 sur 15']],
  ['es', '7 denuncias', ['7']],
  ['pt', '5 crianças', ['5']],
  ['ar', '٤ نساء', ['٤']],
  ['en', '3 ministries and 12 women', []],
  ['en', 'SDG 5 women', []],
  ['en', 'per 1 million people', []],
]);

cases(honorific, [
  ['en', 'Mr Zork Blimfield spoke', ['Zork Blimfield']],
  ['en', 'Prof. J. Blimfield', ['J. Blimfield']],
  ['fr', 'Mme Zorka Blimfield-Prux', ['Zorka Blimfield-Prux']],
  ['fr', 'avec M. Blimfield.', ['Blimfield']],
  ['es', 'la Sra. Zorka de la Blim', ['Zorka de la Blim']],
  ['pt', 'o Dr. Blimfield dos Prux', ['Blimfield dos Prux']],
  ['ar', 'السيد زورك بليمفيلد', ['زورك بليمفيلد']],
  ['ar', 'السيد وزير العدل', []],
  ['ar', 'السيد الوزير', []],
  ['fr', 'Madame la Ministre', []],
  ['en', 'the Justice Ministry', []],
  ['es', 'Sr. Presidente', []],
]);

const names = new NameIndex(['Zork Blimfield', 'Muhammad Zarqan', 'فاطمة الزرقاني', 'Unité des consultations', 'Ministry of Justice']);
cases(knownName, [
  ['en', 'Then Blimfield and Zork left', ['Blimfield', 'Zork'], { names }],
  ['en', 'zork blimfield', ['zork blimfield'], { names }],
  ['en', 'ZORK BLIMFIELD', ['ZORK BLIMFIELD'], { names }],
  ['en', 'Blimfeld said', ['Blimfeld'], { names }],
  ['en', 'Blimfield’s list', ['Blimfield'], { names }],
  ['fr', 'la liste d’Blimfield', ['Blimfield'], { names }],
  ['ar', 'وبفاطمة', ['وبفاطمة'], { names }],
  ['ar', 'قالت وفاطمة للزرقاني', ['وفاطمة للزرقاني'], { names }],
  ['ar', 'مع محمد زرقان', ['محمد زرقان'], { names }],
  ['fr', 'avec Fatima Zarqani', ['Fatima Zarqani'], { names }],
  ['fr', 'les consultations de la justice', [], { names }],
  ['en', 'nobody at all', [], { names }],
  ['en', 'Zork', []],
]);

cases(organisation, [
  ['en', 'The Zorbal Forum spoke', ['Zorbal Forum'], { organisations: [{ words: ['zorbal', 'forum'], type: 'civil-society' }] }],
  ['en', 'The forum spoke', [], { organisations: [{ words: ['zorbal', 'forum'], type: 'civil-society' }] }],
]);

cases(ownCountry, [
  ['fr', 'au Maroc', ['Maroc'], { country: 'MAR', hidesCountry: true }],
  ['ar', 'في المغرب', ['المغرب'], { country: 'MAR', hidesCountry: true }],
  ['fr', 'au Maroc', [], { country: 'MAR' }],
]);

const secret = 'one two three four five six seven eight nine';
cases(privateRun, [
  ['en', `And so: ${secret}!`, [secret], { privateRuns: new Set(runsOf(secret)) }],
  ['en', 'one two three four five six seven', [], { privateRuns: new Set(runsOf(secret)) }],
]);

cases(closedWorld, [
  ['en', 'The team of Gwarlon Petrix helped', ['Gwarlon Petrix']],
  ['en', 'Gwarlon Petrix helped', ['Gwarlon Petrix']],
  ['fr', 'Le Conseil national des droits de l’Homme, en mars, avec le Maroc', []],
  ['es', 'El Ministerio de Justicia y la CEDAW', []],
  ['pt', 'O Provedor de Justiça e a Assembleia da República', []],
  ['en', 'Then Tracking began', [], { allowed: new Set(['tracking']) }],
  ['en', 'Helped.', []],
  ['en', 'слово here', ['слово']],
]);

describe('an Arabic text', () => {
  it('has one flag of no length', () => {
    const [flag, ...more] = arabicReading.find(normalise('نص عربي', 'ar'), { strict: false });
    expect(flag).toMatchObject({ start: 0, end: 0, tier: 'flag', why: 'arabic-reading' });
    expect(more).toEqual([]);
  });
  it('is one that has Arabic letters', () => expect(arabicReading.find(normalise('text', 'ar'), { strict: false })).toEqual([]));
});

describe('every recogniser', () => {
  const pieces = fc.constantFrom(
    '@',
    '.',
    '/',
    ':',
    ' ',
    '-',
    '1',
    '23',
    '2024',
    'a',
    'B',
    'Mr ',
    'tel ',
    'case ',
    'IBAN PT50',
    'م',
    'السيد ',
    '\ud83d',
    '\u200b',
    '٣',
    '(',
    '°',
    'é',
    'no. ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  );
  const record: RecordContext = { strict: true, country: 'PRT', hidesCountry: true, names, emails: ['a@b.org'], phones: ['123456'] };

  it('finds spans inside the text, whatever the text', () => {
    fc.assert(
      fc.property(text, (original) => {
        const normal = normalise(original, 'pt');
        const spans = recordRecognisers.flatMap((recogniser) => recogniser.find(normal, record));
        return spans.every(({ start, end }) => start >= 0 && end >= start && end <= normal.text.length);
      }),
      { numRuns: 600 },
    );
  });

  it('has a name of its own', () => {
    const ids = recordRecognisers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const hostile = ['@', 'a.', '1 ', '1/', 'A ', 'Mr ', '+1', 'a@', 'PT50 ', '12 de ', ': ', 'http://', '1-1-', 'Aa. ', 'م ', '999.'];
  it.each(hostile)('takes work that grows with a text of "%s"', (piece) => {
    const cost = (length: number): number => {
      const normal = normalise(piece.repeat(length / piece.length), 'en');
      const tries = Array.from({ length: 3 }, () => {
        const begin = process.cpuUsage();
        for (const recogniser of patternRecognisers) recogniser.find(normal, { strict: true, country: 'PRT' });
        return process.cpuUsage(begin).user;
      });
      return Math.min(...tries);
    };
    cost(4_000);
    expect(cost(64_000)).toBeLessThan(cost(16_000) * 12 + 5e4);
  });
});
