import type { Language } from '@nmirf/contracts/languages/language';
import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import { useTranslation } from 'react-i18next';
import { bestText, Content, type ContentText } from '../language/content-text.js';
import { ResultsTable } from './results-table.js';
import styles from './library.module.css';

type Summary = LibraryPractice['summary'];

const BuildingBlocks = ({
  summary,
  pick,
}: {
  readonly summary: Summary;
  readonly pick: (texts: readonly ContentText[]) => ContentText | undefined;
}) => {
  const { t } = useTranslation();
  if (summary.buildingBlocks.length === 0) return null;
  return (
    <section aria-labelledby="building-blocks">
      <h2 id="building-blocks" className={styles.sectionTitle}>
        {t('practice.buildingBlocks')}
      </h2>
      <ol className={styles.blocks}>
        {summary.buildingBlocks.map((block, index) => (
          <li key={index}>
            <Content as="h3" text={pick(block.title)} />
            <Content text={pick(block.description)} />
          </li>
        ))}
      </ol>
    </section>
  );
};

interface PracticeArticleProperties {
  readonly summary: Summary;
  /** The language of the content the reader chose. */
  readonly reading: Language;
}

/** The public text of a practice: summary, building blocks, results. */
export const PracticeArticle = ({ summary, reading }: PracticeArticleProperties) => {
  const pick = (texts: readonly ContentText[]): ContentText | undefined => bestText(texts, reading, summary.originalLanguage);
  return (
    <>
      <div className={styles.prose}>
        <Content text={pick(summary.summary)} />
      </div>
      <BuildingBlocks summary={summary} pick={pick} />
      <ResultsTable results={summary.results} pick={pick} />
    </>
  );
};
