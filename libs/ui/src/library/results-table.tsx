import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import { useTranslation } from 'react-i18next';
import { Content, type ContentText } from '../language/content-text.js';
import { DataTable } from '../page/data-table.js';
import styles from './library.module.css';
import { PlottedResults, useFigure } from './plotted-results.js';

interface ResultsTableProperties {
  readonly results: LibraryPractice['summary']['results'];
  readonly pick: (texts: readonly ContentText[]) => ContentText | undefined;
}

/** What changed, before and after, drawn and as a table with the unit beside each figure. */
export const ResultsTable = ({ results, pick }: ResultsTableProperties) => {
  const { t } = useTranslation();
  const figure = useFigure();
  if (results.length === 0) return null;
  return (
    <section aria-labelledby="results">
      <h2 id="results" className={styles.sectionTitle}>
        {t('practice.results')}
      </h2>
      <PlottedResults results={results} pick={pick} />
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
