import { Card, Columns, Page, PageHeader } from '@nmirf/ui/page/page';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './about.module.css';

const commitments = ['mandate', 'support', 'cooperation', 'gathering', 'network', 'design', 'information', 'capacity', 'ohchr'] as const;
const sections = ['mechanisms', 'works', 'private'] as const;
const joining = ['ask', 'install', 'enrol', 'decide'] as const;

/** What the network is, on what it rests, and how a mechanism joins it. */
export const AboutPage = () => {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <Page>
      <PageHeader title={t('about.title')} lead={t('about.lead')} />
      <Columns
        aside={
          <Card title={t('about.joinTitle')}>
            <ol className={styles.joining}>
              {joining.map((step) => (
                <li key={step}>{t(`about.join.${step}`)}</li>
              ))}
            </ol>
            <Link to="/$lang/members" params={{ lang }}>
              {t('about.seeMembers')}
            </Link>
          </Card>
        }
      >
        <section className={styles.text} aria-labelledby="about-commitments">
          <h2 id="about-commitments">{t('about.commitmentsTitle')}</h2>
          <p>{t('about.commitmentsLead')}</p>
          <ol className={styles.commitments}>
            {commitments.map((name) => (
              <li key={name}>
                <h3>{t(`about.commitment.${name}.title`)}</h3>
                <p>{t(`about.commitment.${name}.text`)}</p>
              </li>
            ))}
          </ol>
        </section>
        {sections.map((name) => (
          <section key={name} className={styles.text} aria-labelledby={`about-${name}`}>
            <h2 id={`about-${name}`}>{t(`about.section.${name}.title`)}</h2>
            <p>{t(`about.section.${name}.text`)}</p>
          </section>
        ))}
      </Columns>
    </Page>
  );
};
