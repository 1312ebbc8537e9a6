import type { StatisticsKind } from '@nmirf/contracts/statistics/statistics';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';

/** What the rows of a table are called in the language on screen. */
export const useRowNames = (): ((kind: StatisticsKind, name: string) => string) => {
  const { t } = useTranslation();
  const termOf = useTerms();
  return (kind, name) => (name === '' ? t('statistics.noTheme') : termOf(kind === 'themes' ? 'theme' : 'body', name));
};

/** Where the rows stand in the message, in the order of their names in the language on screen; what has no name stands last. */
export const useRowsInOrder = (): ((kind: StatisticsKind, rows: readonly string[]) => readonly number[]) => {
  const formats = useFormats();
  const nameOf = useRowNames();
  return (kind, rows) =>
    rows
      .map((row, index) => ({ isNameless: row === '', name: nameOf(kind, row), index }))
      .sort((a, b) => Number(a.isNameless) - Number(b.isNameless) || formats.compare(a.name, b.name))
      .map(({ index }) => index);
};
