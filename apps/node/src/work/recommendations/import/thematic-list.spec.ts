import { describe, expect, it } from '@jest/globals';
import { problemTexts } from '@nmirf/languages/catalogue';
import { docxOf, HEADINGS_2014, HEADINGS_2025, row2025, type Rows } from '../../../../../../test/harness/docx.js';
import type { FoundList } from './found-recommendation.js';
import { readThematicList } from './thematic-list.js';
import { readWordDocument } from './word-document.js';

const read = async (rows: Rows, header?: string): Promise<FoundList> =>
  readThematicList(await readWordDocument(docxOf(rows, header)), 'SVN');
const of2025 = (...rows: Rows): Promise<FoundList> => read([HEADINGS_2025, ...rows]);
const good = row2025('140.7 Widen access to care (Maldives) (Portugal);');

describe('a list of 2025', () => {
  it('gives every value of a row, in the words of the list', async () => {
    const list = await of2025([['Theme: Right to health & care']], good);
    expect(list).toEqual({
      generation: 'ohchr-thematic-list-2025',
      country: 'SVN',
      documentSymbol: 'A/HRC/59/15',
      cycle: 4,
      session: 48,
      year: 2025,
      problems: [],
      recommendations: [
        {
          documentSymbol: 'A/HRC/59/15',
          paragraph: '140.7',
          text: 'Widen access to care (Maldives) (Portugal);',
          recommendingStates: ['Maldives', 'Portugal'],
          position: 'supported',
          positionSource: 'A/HRC/59/15/Add.1 - Para.3',
          primaryTheme: 'Right to health & care',
          themes: ['Right to health'],
          affectedPersons: ['Children'],
          sdgs: ['3 - GOOD HEALTH AND WELL-BEING'],
        },
      ],
    });
  });

  it.each([
    ['Noted', 'noted'],
    ['Supported/Noted', 'supported-in-part'],
    ['Pending', 'pending'],
  ])('reads the position %s', async (words, position) => {
    const list = await of2025(row2025('140.7 Do it (Peru);', { position: words }));
    expect(list.recommendations).toEqual([expect.objectContaining({ position })]);
  });

  it('is read without a page header, too', async () => {
    const list = await read([HEADINGS_2025, good], 'Annex');
    expect(list.recommendations).toHaveLength(1);
    expect(list.session).toBeUndefined();
  });

  it('skips headings that Word repeats and empty rows', async () => {
    const list = await of2025(good, HEADINGS_2025, [[], [], [], []]);
    expect(list).toMatchObject({ problems: [], recommendations: [{ paragraph: '140.7' }] });
  });
});

it('a list of 2014 gives the same, without goals', async () => {
  const row: Rows[number] = [
    ['115.8 Ratify it (Senegal, Peru); ', 'Source of position: A/HRC/28/15/Add.1 - Para. 3'],
    ['Supported'],
    ['A12 Acceptance of international norms', 'Affected persons:', '- general'],
    ['', ''],
  ];
  const list = await read([HEADINGS_2014, row], 'UPR of Slovenia (2nd Cycle – 20th session) Thematic list');
  expect(list).toMatchObject({ generation: 'ohchr-thematic-list-2014', documentSymbol: 'A/HRC/28/15', cycle: 2, session: 20, year: 2014 });
  expect(list.recommendations).toEqual([
    expect.objectContaining({
      paragraph: '115.8',
      themes: ['A12 Acceptance of international norms'],
      affectedPersons: ['general'],
      sdgs: [],
    }),
  ]);
});

describe('a row that cannot stand', () => {
  const RECOMMENDATION = 'Recommendation and recommending State';

  it.each<[string, Rows[number], string, string]>([
    ['no paragraph', row2025('Do it (Peru);'), RECOMMENDATION, 'import/no-paragraph'],
    ['no State', row2025('140.8 Do it;'), RECOMMENDATION, 'import/no-state'],
    ['an unknown State', row2025('140.8 Do it (Peru, Ruritania);'), RECOMMENDATION, 'import/state-unknown'],
    [
      'two recommendations',
      [['140.8 Do it (Peru);', '140.9 Do more (Chile);'], ['Noted'], ['- Right to life'], []],
      RECOMMENDATION,
      'import/cell-not-understood',
    ],
    ['an endless text', row2025(`140.8 ${'Do it. '.repeat(3_000)}(Peru);`), RECOMMENDATION, 'import/text-too-long'],
    [
      'an unknown position',
      row2025('140.8 Do it (Peru);', { position: 'Perhaps' }),
      'Position of the State under review',
      'import/position-unknown',
    ],
    ['no theme', row2025('140.8 Do it (Peru);', { themes: [] }), 'Human rights themes and groups of persons', 'import/no-theme'],
    ['an unknown goal', row2025('140.8 Do it (Peru);', { sdgs: ['- 18 - A NEW ONE'] }), 'Relevant SDGs', 'import/sdg-unknown'],
    ['cells missing', [['140.8 Do it (Peru);'], ['Noted']], RECOMMENDATION, 'import/cells-missing'],
    ['the paragraph of another row', row2025('140.7 Do something else (Peru);'), RECOMMENDATION, 'import/paragraph-twice'],
    ['another document', row2025('140.8 Do it (Peru);', { source: 'A/HRC/28/15/Add.1 - Para.3' }), RECOMMENDATION, 'import/other-document'],
  ])('with %s is reported and the others kept', async (_, row, column, code) => {
    const list = await of2025(good, row2025('140.70 Go on (Chile);'), row);
    expect(list.recommendations.map(({ paragraph }) => paragraph)).toEqual(['140.7', '140.70']);
    expect(list.problems).toEqual([expect.objectContaining({ row: 4, column, code })]);
    expect(problemTexts('en', code, list.problems[0]?.values)?.detail).not.toContain('{{');
  });
});

describe('a list that cannot be read', () => {
  it.each<[string, Rows, string | undefined, string]>([
    [
      'other headings',
      [
        [['Recommendation'], ['Answer']],
        [['140.7 Do it (Peru);'], ['Yes']],
      ],
      undefined,
      'import/unknown-format',
    ],
    ['no table', [], undefined, 'import/unknown-format'],
    ['another State', [HEADINGS_2025, good], 'UPR of Croatia (4th Cycle - 49th Session)', 'import/other-country'],
    ['no document symbol', [HEADINGS_2025, row2025('140.7 Do it (Peru);', { source: 'unclear' })], undefined, 'import/no-document-symbol'],
  ])('%s', async (_, rows, header, code) => {
    await expect(read(rows, header)).rejects.toMatchObject({ code, status: 422 });
  });
});
