import { readPractice } from '@nmirf/api-client/library';
import { directionOf } from '@nmirf/languages/languages';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { bestText } from '../language/content-text.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { Columns, Page, PageHeader } from '../page/page.js';
import { Loaded, LoadingRows } from '../page/states.js';
import { VerificationPanel } from '../verification/verification-panel.js';
import { PracticeArticle } from './practice-article.js';
import { PracticeFacts, PracticeSubjects } from './practice-facts.js';
import { ReportCard } from './report-card.js';
import styles from './library.module.css';

interface PracticeViewProperties {
  readonly id: string;
  /** The library's route. */
  readonly library: string;
}

/** One published practice, whole, with the means to verify it. The same page on the hub and at every node. */
export const PracticeView = ({ id, library }: PracticeViewProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const language = useLanguage();
  const formats = useFormats();
  const practice = useQuery({ queryKey: ['library', 'practice', id, language], queryFn: ({ signal }) => readPractice(api, id, signal) });
  const back = (
    <p className={`${styles.back ?? ''} no-print`}>
      <Link to={library} params={{ lang: language }}>
        {t('practice.back')}
      </Link>
    </p>
  );
  return (
    <Page>
      <Loaded query={practice} loading={<LoadingRows rows={2} height={220} />}>
        {(found) => {
          const title = bestText(found.summary.title, language, found.summary.originalLanguage);
          const elsewhere = title !== undefined && title.language !== language;
          return (
            <>
              <PageHeader
                title={title?.text ?? ''}
                lang={title?.language}
                dir={title === undefined ? undefined : directionOf(title.language)}
                above={back}
                lead={elsewhere ? t('practice.writtenIn', { language: formats.languageName(title.language) }) : undefined}
              />
              <Columns
                aside={
                  <>
                    <PracticeFacts practice={found} />
                    <ReportCard report={found.report} />
                  </>
                }
              >
                <PracticeArticle summary={found.summary} />
                <PracticeSubjects summary={found.summary} />
                <VerificationPanel practice={found} />
              </Columns>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
