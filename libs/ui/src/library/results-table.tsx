import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import { useTranslation } from 'react-i18next';
import { ResultsPlot, type PlottedResult } from '../chart/results-plot.js';
import { Content, type ContentText } from '../language/content-text.js';
import { useFormats } from '../language/use-language.js';
import { DataTable } from '../page/data-table.js';
import styles from './library.module.css';

type Result = LibraryPractice['summary']['results'][number];

/** A single count fills its own scale whatever it is: drawn, it would say nothing. */
const hasScale = ({ before, unit }: Result): boolean => before !== undefined || unit === 'percent';

interface ResultsTableProperties {
  readonly results: readonly Result[];
  readonly pick: (texts: readonly ContentText[]) => ContentText | undefined;
}

/** What changed, before and after, drawn and as a table with the unit beside each figure. */
export const ResultsTable = ({ results, pick }: ResultsTableProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (results.length === 0) return null;
  const figure = (value: number | undefined, unit: Result['unit']): string => {
    if (value === undefined) return t('practice.noFigure');
    if (unit === 'percent') return formats.percent(value);
    return unit === 'days' ? t('practice.days', { count: value }) : formats.number(value);
  };
  const plotted = ({ indicator, before, after, unit }: Result): PlottedResult => ({
    label: <Content as="span" text={pick(indicator)} />,
    before: before === undefined ? undefined : { value: before, text: figure(before, unit) },
    after: { value: after, text: figure(after, unit) },
    top: unit === 'percent' ? 100 : undefined,
  });
  return (
    <section aria-labelledby="results">
      <h2 id="results" className={styles.sectionTitle}>
        {t('practice.results')}
      </h2>
      <ResultsPlot results={results.filter(hasScale).map(plotted)} before={t('practice.before')} after={t('practice.after')} />
      <DataTable
        label={t('practice.results')}
        rows={results}
        keyOf={(_result, index) => index}
        columns={[
          { title: t('practice.indicator'), cell: ({ indicator }) => <Content as="span" text={pick(indicator)} /> },
          { title: t('practice.before'), cell: ({ before, unit }) => figure(before, unit) },
          { title: t('practice.after'), cell: ({ after, unit }) => figure(after, unit) },
          { title: t('practice.year'), cell: ({ year }) => year ?? t('practice.noFigure') },
        ]}
      />
    </section>
  );
};
