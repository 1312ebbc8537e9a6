import type { Language } from '@nmirf/contracts/languages/language';
import { createTranslator } from '@nmirf/languages/catalogue';
import { countryName } from '@nmirf/languages/country-names';
import type { FoundList } from './import/found-recommendation.js';
import { wordsOfPosition } from './import/position-words.js';
import { detailOf } from './import-report.js';
import type { Difference } from './recommendation.rules.js';

/** A file decides what stands in these lines: without its control characters it cannot steer the terminal. */
const harmless = (line: string): string => line.replaceAll(/\p{Cc}/gu, ' ');

/** The rows that were refused, a line each. */
export const refusedLines = (list: FoundList, language: Language): readonly string[] => {
  const translate = createTranslator(language, ['cli']);
  return list.problems.map((problem) =>
    harmless(translate('recommendations.import.row', { row: problem.row, column: problem.column, detail: detailOf(problem, language) })),
  );
};

/** What was found and what became of it, in a few lines; without a `difference`, nothing was compared or written. */
export const summaryLines = (list: FoundList, language: Language, difference?: Difference): readonly string[] => {
  const translate = createTranslator(language, ['cli']);
  const { session, year } = list;
  const place = { symbol: list.documentSymbol, state: countryName(list.country, language) };
  return [
    translate('recommendations.import.document', place),
    ...(session === undefined ? [] : [translate('recommendations.import.session', { session, year: year ?? '–' })]),
    translate('recommendations.import.found', { count: list.recommendations.length }),
    ...(list.problems.length === 0 ? [] : [translate('recommendations.import.refused', { count: list.problems.length })]),
    difference === undefined
      ? translate('recommendations.import.nothing-written')
      : translate('recommendations.import.stored', {
          added: difference.added.length,
          changed: difference.changed.length,
          unchanged: difference.unchanged,
        }),
  ].map(harmless);
};

/** What was found, for programs: every recommendation with its review, in the words of the list. */
export const foundJson = ({ recommendations, country, cycle, session, year }: FoundList): string =>
  JSON.stringify(
    recommendations.map(({ documentSymbol, paragraph, text, recommendingStates, position, ...rest }) => ({
      country,
      cycle,
      session,
      year,
      documentSymbol,
      paragraph,
      text,
      recommendingStates,
      position: wordsOfPosition(position),
      ...rest,
    })),
    undefined,
    2,
  );
