import type { Language } from '@nmirf/contracts/languages/language';
import type { ImportReport } from '@nmirf/contracts/recommendations/recommendation';
import { problemTexts } from '@nmirf/languages/catalogue';
import type { FoundList, RowProblem } from './import/found-recommendation.js';
import type { Difference } from './recommendation.rules.js';

/** What is wrong with a row and what to do, in a language. */
export const detailOf = ({ code, values = {} }: RowProblem, language: Language): string => {
  const texts = problemTexts(language, code, values);
  return texts === undefined ? code : [texts.title, texts.detail].filter((text) => text !== undefined).join('. ');
};

/** What an import did, told to a person. */
export const reportOf = (list: FoundList, { added, changed, unchanged }: Difference, language: Language): ImportReport => ({
  source: {
    documentSymbol: list.documentSymbol,
    country: list.country,
    ...(list.session !== undefined && { session: list.session }),
    generation: list.generation,
  },
  found: list.recommendations.length + list.problems.length,
  added: added.length,
  changed: changed.length,
  unchanged,
  problems: list.problems.map(({ row, column, ...problem }) => ({
    row,
    column,
    code: problem.code,
    detail: detailOf({ row, column, ...problem }, language),
  })),
});
