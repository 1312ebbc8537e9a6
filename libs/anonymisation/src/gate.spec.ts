import { describe, expect, it } from '@jest/globals';
import type { Language } from '@nmirf/contracts/languages/language';
import { anonymisationReport } from '@nmirf/contracts/practices/report';
import { practiceRecord, type PracticeRecord } from '@nmirf/contracts/practices/record';
import { practiceSummary } from '@nmirf/contracts/practices/summary';
import fc from 'fast-check';
import { traitsOf } from './anonymity.js';
import { FEW_ALIKE, type GateContext, prepare } from './gate.js';
import { secondCheck } from './second-check.js';
import type { GateDecision } from './text-gate.js';

const text = (language: Language, words: string) => ({ language, text: words });
const recordOf = (more: object = {}): PracticeRecord =>
  practiceRecord.parse({
    originalLanguage: 'en',
    country: 'PRT',
    title: [text('en', 'One list of recommendations')],
    summary: [text('en', 'Every recommendation has an owner.')],
    buildingBlocks: [{ title: [text('en', 'The list')], description: [text('en', 'One entry each.')] }],
    type: 'procedure',
    stage: 'pilot',
    from: '2019-03-01',
    ...more,
  });
const summaryOf = (language: Language, words: string, more: object = {}) => recordOf({ summary: [text(language, words)], ...more });
/** As many practices like the plain one as it takes to be one of many. */
const alike = Array.from({ length: 10 }, (_, i) => ({ ...traitsOf(recordOf()), type: i === 0 ? 'training' : 'procedure' }));
const context: GateContext = {
  ...{ region: 'europe', persons: [], publicNames: [], released: alike },
  ...{ reviewers: ['R-7K3QD'], day: '2026-01-05' },
};
const out = (record: PracticeRecord, decisions: readonly GateDecision[] = []): string | undefined =>
  prepare(record, decisions, context).summary?.summary[0]?.text;
const publicId = '0198c0de-0000-4000-8000-000000000000';

describe('the gate', () => {
  it('lets a plain practice through, with its report and digest', () => {
    const { summary, report, obstacles, findings, digest } = prepare(recordOf(), [], context);
    expect(obstacles).toEqual([]);
    expect(findings).toEqual([]);
    expect(practiceSummary.parse(summary)).toEqual(summary);
    expect(anonymisationReport.parse(report)).toMatchObject({ digest, languages: ['en'], leakScan: { clean: true } });
    if (!summary || !report) throw new Error('nothing would leave');
    expect(secondCheck({ practice: publicId, version: 1, summary, report })).toEqual([]);
  });

  it('gives the same digest for the same record, and another for another', () => {
    expect(prepare(recordOf(), [], context).digest).toBe(prepare(recordOf(), [], { ...context, reviewers: [] }).digest);
    expect(prepare(recordOf(), [], context).digest).not.toBe(prepare(recordOf({ sdgs: [5] }), [], context).digest);
  });

  it.each([
    ['en', 'On 12 March 2024 Mr Zork Blimfield (z@example.org) spoke.', 'In 2024 Mr [person] ([e-mail]) spoke.'],
    ['fr', 'Le 12 mars 2024, Mme Zork Blimfield, 45 ans, tél. +33 6 12 34 56 78.', 'En 2024, Mme [personne], 40–49 ans, tél. [téléphone].'],
    [
      'es',
      'El 3 de mayo de 2021 vinieron 3 mujeres, una mujer de 45 años.',
      'En 2021 vinieron menos de 10 mujeres, una mujer de 40–49 años.',
    ],
    [
      'pt',
      'A 7 de março de 2020, processo n.º 123/2019, ligue 912 345 678.',
      'Em 2020, processo n.º [número de processo], ligue [telefone].',
    ],
    ['ar', 'في ١٢ مارس ٢٠٢٤ مع السيد زورك بليمفيلد', 'في 2024 مع السيد [شخص]'],
  ] as const)('hides and generalises in %s', (language, words, expected) => {
    const published = out(summaryOf(language, words));
    expect(published?.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))).toBe(expected);
  });

  it.each([
    ['en', 'The register opened on 12 March 2018.', 'The register opened in 2018.'],
    ['en', 'It has run since 12 March 2018.', 'It has run since 2018.'],
    ['fr', 'Le registre a ouvert le 12 mars 2018.', 'Le registre a ouvert en 2018.'],
    ['fr', 'La liste du 3 mai 2021 vaut jusqu’au 4 juin 2024.', 'La liste de 2021 vaut jusqu’en 2024.'],
    ['es', 'Desde el 3 de mayo de 2021 hay una lista; abrió el 4 de junio de 2020.', 'Desde 2021 hay una lista; abrió en 2020.'],
    ['pt', 'O registo abriu a 7 de março de 2020.', 'O registo abriu em 2020.'],
    ['ar', 'افتتح السجل يوم 12 مارس 2018', 'افتتح السجل سنة 2018'],
  ] as const)('reads well where a day became a year (%s): %s', (language, words, expected) =>
    expect(out(summaryOf(language, words))).toBe(expected),
  );

  it('waits for a word on every flag, and for a reason to keep one', () => {
    const record = summaryOf('en', 'The list is kept in the Gwarlon valley.');
    const { findings, obstacles } = prepare(record, [], context);
    const [flag] = findings;
    if (!flag) throw new Error('no flag');
    expect(flag).toMatchObject({ text: 'Gwarlon', tier: 'flag', path: 'summary', language: 'en', start: 24, end: 31 });
    expect(obstacles).toEqual([{ code: 'gate/flag-undecided', path: 'summary', language: 'en' }]);
    const decide = (decision: GateDecision['decision'], reason?: string) => prepare(record, [{ key: flag.key, decision, reason }], context);
    expect(decide('allow').obstacles).toEqual([{ code: 'gate/reason-missing', path: 'summary', language: 'en' }]);
    const kept = decide('allow', 'a river');
    expect([kept.obstacles, kept.summary?.summary[0]?.text]).toEqual([[], 'The list is kept in the Gwarlon valley.']);
    expect(decide('mask').summary?.summary[0]?.text).toBe('The list is kept in the [name withheld] valley.');
    expect(decide('generalise').summary?.summary[0]?.text).toBe('The list is kept in the [organisation] valley.');
    expect(decide('mask').report?.spans).toEqual([{ type: 'unknown', masked: 1, generalised: 0, allowed: 0 }]);
  });

  it('has a second person read Arabic, again after any change of the text', () => {
    const record = summaryOf('ar', 'نص عربي قصير');
    const [flag] = prepare(record, [], context).findings;
    const [kept] = [{ key: flag?.key ?? '', decision: 'allow' as const, reason: 'read' }];
    const decisions = [{ ...kept, confirmed: true }];
    expect(prepare(record, [kept], context).obstacles).toEqual([{ code: 'gate/second-person-needed', path: 'summary', language: 'ar' }]);
    expect(prepare(record, decisions, context).obstacles).toEqual([]);
    expect(prepare(summaryOf('ar', 'نص عربي طويل'), decisions, context).obstacles).toHaveLength(1);
  });

  it('takes a second reviewer to keep what it was sure of, a special category, or a count under ten', () => {
    for (const words of ['The list was made by Mrs Zorka Blimfield.', 'It helped a Roma woman.', 'It helped three women.']) {
      const record = summaryOf('en', words);
      const decisions = prepare(record, [], context).findings.map(({ key }) => ({
        key,
        decision: 'allow' as const,
        reason: 'known to all',
      }));
      const needed = { code: 'gate/second-person-needed', path: 'summary', language: 'en' };
      const alone = prepare(record, decisions, context);
      expect([alone.obstacles, alone.findings.every(({ second }) => second === 'needed')]).toEqual([
        expect.arrayContaining([needed]),
        true,
      ]);
      const { obstacles, report } = prepare(
        record,
        decisions.map((decision) => ({ ...decision, confirmed: true })),
        context,
      );
      expect(obstacles).not.toContainEqual(needed);
      expect(report?.review.confirmed).toBe(decisions.length);
      expect(report?.risks.singlingOut).toBe('by-review');
    }
  });

  it('makes a practice that few look like more general, or keeps it exact on the word of two', () => {
    const record = recordOf({ to: '2023-06-01', affectedPersons: ['Children'], institutions: [{ name: 'A unit', type: 'police' }] });
    const lone = { ...context, released: [] };
    const asked = prepare(record, [], lone);
    expect(asked.findings).toEqual([expect.objectContaining({ key: FEW_ALIKE, why: 'few-alike', text: '1' })]);
    expect(asked.obstacles).toEqual([{ code: 'gate/flag-undecided', path: FEW_ALIKE, language: 'en' }]);
    const general = prepare(record, [{ key: FEW_ALIKE, decision: 'generalise' }], lone);
    expect(general.obstacles).toEqual([]);
    expect(general.summary).toMatchObject({ fromYear: 2015, toYear: 2020, yearSpan: 5, institutions: [], affectedPersons: [] });
    expect(general.report).toMatchObject({
      actions: [
        { field: 'institutions', action: 'drop' },
        { field: 'affectedPersons', action: 'drop' },
      ],
      anonymity: { k: 1, l: 1 },
      risks: { singlingOut: 'by-review', inference: 'by-review' },
    });
    const exact = prepare(record, [{ key: FEW_ALIKE, decision: 'allow', reason: 'a public programme', confirmed: true }], lone);
    expect(exact.obstacles).toEqual([]);
    expect(exact.summary).toMatchObject({ fromYear: 2019, toYear: 2023, institutions: ['police'], affectedPersons: ['Children'] });
    expect(exact.summary).not.toHaveProperty('yearSpan');
    expect(exact.report?.actions).toEqual([]);
  });

  it('says nothing in its report that the policy says of every practice, and no word of the record', () => {
    const { report } = prepare(recordOf(), [], context);
    expect(report).toMatchObject({ actions: [], anonymity: { k: 11, l: 2 }, risks: { singlingOut: 'by-rule', inference: 'by-rule' } });
    expect(JSON.stringify(report).length).toBeLessThan(800);
  });

  it('says what the hub would refuse, even when a reviewer kept it', () => {
    const record = summaryOf('en', 'Write to box@example.org now.');
    const [found] = prepare(record, [], context).findings;
    const { obstacles } = prepare(record, [{ key: found?.key ?? '', decision: 'allow', reason: 'a public box' }], context);
    expect(obstacles).toContainEqual({ code: 'gate/hub-would-refuse', path: 'summary', language: 'en' });
  });

  it('knows the people and organisations of the record', () => {
    const record = summaryOf('fr', 'zork blimfield et le Forum Zorbal ont écrit ; appelez le 44 55 66 77.', {
      contacts: [{ name: 'Zork Blimfield', phone: '44556677' }],
      institutions: [{ name: 'Forum Zorbal', type: 'civil-society' }],
    });
    expect(out(record)).toBe('[personne] et le [organisation de la société civile] ont écrit ; appelez le [téléphone].');
  });

  it('hides a name it found in one text in all of them, also in another script', () => {
    const record = recordOf({
      title: [text('en', 'The Blimfield list')],
      summary: [text('en', 'The list was made by Mrs Zorka Blimfield in 2019.'), text('ar', 'هذه قائمة بليمفيلد')],
    });
    expect(JSON.stringify(prepare(record, [], context).summary)).not.toMatch(/Blimfield|بليمفيلد/);
  });

  it('drops what no policy names and counts it', () => {
    const record = { ...recordOf({ internalNotes: 'secret', context: [text('en', 'secret')] }), secret: 'secret' } as PracticeRecord;
    const { summary, report } = prepare(record, [], context);
    expect(JSON.stringify({ summary, report })).not.toContain('secret"');
    expect(report?.dropped).toBe(3);
  });

  it('flags eight words copied from what never leaves', () => {
    const copied = 'the unit met the regional council twice before the summer';
    const { findings } = prepare(summaryOf('en', `In short, ${copied}.`, { context: [text('en', copied)] }), [], context);
    expect(findings).toEqual([expect.objectContaining({ why: 'private-run', text: copied })]);
  });

  it('keeps small cells at home', () => {
    const results = [
      { indicator: [text('en', 'Owners')], unit: 'percent', before: 12, after: 83, denominator: 230, year: 2025 },
      { indicator: [text('en', 'Complaints')], unit: 'count', after: 4 },
    ];
    const { summary, report } = prepare(recordOf({ results }), [], context);
    expect(summary?.results).toEqual([
      { indicator: [{ ...text('en', 'Owners'), provenance: 'human' }], unit: 'percent', before: 10, after: 85, year: 2025 },
    ]);
    expect(report?.suppression).toEqual({ withheld: 1, rounded: 2 });
  });

  it('says which text is too long and what is missing', () => {
    expect(prepare(recordOf({ title: [text('en', 'word '.repeat(40))] }), [], context).obstacles).toContainEqual({
      code: 'gate/text-too-long',
      path: 'title',
      language: 'en',
    });
    expect(prepare(recordOf({ title: [] }), [], context)).toMatchObject({
      obstacles: [{ code: 'gate/field-not-publishable', path: 'title' }],
    });
  });

  it('drops references to persons’ cases and values that hold what they should not', () => {
    const record = recordOf({
      themes: ['Water', 'write to box@example.org'],
      recommendations: [
        { country: 'PRT', documentSymbol: 'CCPR/C/120/D/2345/2014', paragraph: '1' },
        { country: 'PRT', documentSymbol: 'A/HRC/42/7', paragraph: '137.1' },
      ],
    });
    expect(prepare(record, [], context).summary).toMatchObject({ themes: ['Water'], recommendations: [{ documentSymbol: 'A/HRC/42/7' }] });
  });
});

describe('what is planted', () => {
  const languages = fc.constantFrom<Language>('ar', 'en', 'fr', 'es', 'pt');
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghklmnoprstuvz'), minLength: 4, maxLength: 9 });
  /** No sentence and no placeholder of the tests has a Q: what is found of a planted word was planted. */
  const capital = word.map((letters) => `Q${letters}`);
  const mailbox = word.map((letters) => `q${letters}`);
  const sentences: Readonly<Record<Language, readonly [string, string]>> = {
    ar: ['شارك في العمل', 'خلال السنة'],
    en: ['The work was led by', 'during the year'],
    fr: ['Le travail a été mené par', 'pendant l’année'],
    es: ['El trabajo fue dirigido por', 'durante el año'],
    pt: ['O trabalho foi dirigido por', 'durante o ano'],
  };
  const dress = fc.constantFrom<(plain: string) => string>(
    (plain) => plain,
    (plain) => plain.toUpperCase(),
    (plain) => plain.toLowerCase(),
    (plain) => [...plain].join('\u200b'),
    (plain) => plain.normalize('NFD'),
  );

  it('never survives: names, addresses and numbers of the record’s contacts', () => {
    fc.assert(
      fc.property(
        languages,
        capital,
        capital,
        mailbox,
        fc.integer({ min: 200_000_000, max: 299_999_999 }),
        dress,
        (language, first, last, box, number, dressed) => {
          const contact = { name: `${first} ${last}`, email: `${box}@example.org`, phone: String(number) };
          const [begin, end] = sentences[language];
          const planted = `${begin} ${dressed(contact.name)} (${dressed(contact.email)}, ${String(number).match(/.{3}/g)?.join(' ') ?? ''}) ${end}.`;
          const { summary } = prepare(summaryOf(language, planted, { contacts: [contact] }), [], context);
          const published = (summary?.summary[0]?.text ?? '')
            .normalize('NFKC')
            .replace(/[\u200b\s]/g, '')
            .toLowerCase();
          return ![first, last, box, String(number)].some((secret) => published.includes(secret.toLowerCase()));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes the gate say something, never fail', () => {
    fc.assert(
      fc.property(
        languages,
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { maxLength: 3 }),
        (language, words, people) => {
          const contacts = people.map((name) => ({ name }));
          const { summary, obstacles, report } = prepare(summaryOf(language, words, { contacts }), [], context);
          if (summary !== undefined) practiceSummary.parse(summary);
          if (report !== undefined) anonymisationReport.parse(report);
          return obstacles.every(({ code }) => code.startsWith('gate/'));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is found where it stands in what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), (before, after) => {
        const words = `${before} box@example.org ${after}`;
        const { findings } = prepare(summaryOf('en', words), [], context);
        return (
          findings.every(({ start, end, text: found, why }) => why === 'arabic-reading' || words.slice(start, end) === found) &&
          findings.some(({ text: found }) => found.includes('box@example.org'))
        );
      }),
    );
  });
});
