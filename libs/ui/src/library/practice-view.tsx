import { readEvidence } from '@nmirf/api-client/library';
import { tombstoneOf } from '@nmirf/api-client/withdrawals';
import type { Language } from '@nmirf/contracts/languages/language';
import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import { directionOf, menuOrder, nativeNames } from '@nmirf/languages/languages';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { RadioChoice } from '../form/radio-choice.js';
import { bestText } from '../language/content-text.js';
import { PrintedLanguages } from '../language/printed-languages.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { Columns, Page, PageHeader } from '../page/page.js';
import { Loaded, LoadingRows } from '../page/states.js';
import { VerificationPanel } from '../verification/verification-panel.js';
import { practiceQuery } from './library-queries.js';
import { PracticeArticle } from './practice-article.js';
import { PracticeFacts, PracticeSubjects } from './practice-facts.js';
import { PracticeVersions } from './practice-versions.js';
import { ReportCard } from './report-card.js';
import { TombstoneArticle } from './tombstone.js';
import styles from './library.module.css';

interface PracticeProperties {
  readonly practice: LibraryPractice;
  /** The library's route. */
  readonly library: string;
  /** What may be done about it here. */
  readonly actions?: ((practice: LibraryPractice) => ReactNode) | undefined;
}

interface ReadingProperties {
  readonly languages: readonly Language[];
  readonly reading: Language | undefined;
  readonly onChange: (language: Language) => void;
}

/** Which of its languages a practice is read in; nothing where there is no choice. */
const Reading = ({ languages, reading, onChange }: ReadingProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  if (languages.length > 1) {
    return (
      <>
        <div className={`${styles.reading ?? ''} no-print`}>
          <RadioChoice
            name="reading"
            label={t('practice.readIn')}
            choices={languages.map((value) => ({ value, label: nativeNames[value] }))}
            chosen={reading}
            onChange={onChange}
          />
        </div>
        {reading === undefined ? null : <PrintedLanguages chosen={reading} written={languages} />}
      </>
    );
  }
  if (reading === undefined || reading === language) return null;
  return <p className={styles.reading}>{t('practice.writtenIn', { language: formats.languageName(reading) })}</p>;
};

const Practice = ({ practice, library, actions }: PracticeProperties) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { summary } = practice;
  const [chosen, setChosen] = useState<Language>();
  const title = bestText(summary.title, chosen ?? language, summary.originalLanguage);
  const written = menuOrder.filter((other) => summary.title.some((text) => text.language === other));
  return (
    <>
      <PageHeader
        title={title?.text ?? ''}
        lang={title?.language}
        dir={title === undefined ? undefined : directionOf(title.language)}
        above={
          <p className="no-print">
            <Link to={library} params={{ lang: language }}>
              {t('practice.back')}
            </Link>
          </p>
        }
      />
      <Columns
        aside={
          <>
            <PracticeFacts practice={practice} />
            <PracticeVersions versions={practice.versions} />
            <ReportCard report={practice.report} />
          </>
        }
      >
        <Reading languages={written} reading={title?.language} onChange={setChosen} />
        <PracticeArticle summary={summary} reading={chosen ?? title?.language ?? language} />
        <PracticeSubjects summary={summary} />
        <VerificationPanel published={practice} read={readEvidence} />
        {actions?.(practice)}
      </Columns>
    </>
  );
};

/** One published practice, whole, with the means to verify it. The same page on the hub and at every node. */
export const PracticeView = ({ id, library, actions }: Omit<PracticeProperties, 'practice'> & { readonly id: string }) => {
  const api = useApi();
  const language = useLanguage();
  const practice = useQuery(practiceQuery(api, language, id));
  const tombstone = tombstoneOf(practice.error);
  if (tombstone !== undefined) {
    return (
      <Page>
        <TombstoneArticle tombstone={tombstone} />
      </Page>
    );
  }
  return (
    <Page>
      <Loaded isPage query={practice} loading={<LoadingRows rows={2} height={220} />}>
        {(found) => <Practice practice={found} library={library} actions={actions} />}
      </Loaded>
    </Page>
  );
};
