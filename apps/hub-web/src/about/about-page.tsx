import { DocumentSymbol } from '@nmirf/ui/page/facts';
import { Card, Columns, Page, PageHeader } from '@nmirf/ui/page/page';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './about.module.css';

const commitments = ['mandate', 'support', 'cooperation', 'gathering', 'network', 'design', 'information', 'capacity', 'ohchr'] as const;
const sections = ['mechanisms', 'works', 'private'] as const;
const joining = ['ask', 'install', 'enrol', 'decide'] as const;

/** What it rests on, with the symbol of what the United Nations published. */
const sources: readonly { readonly name: string; readonly symbol?: string }[] = [
  { name: 'declaration' },
  { name: 'asuncion' },
  { name: 'framework' },
  { name: 'plan' },
  { name: 'guide', symbol: 'HR/PUB/16/1' },
  { name: 'resolution-42', symbol: 'A/HRC/RES/42/30' },
  { name: 'resolution-51', symbol: 'A/HRC/RES/51/33' },
];

const Sources = () => {
  const { t } = useTranslation();
  return (
    <section className={styles.text} aria-labelledby="about-sources">
      <h2 id="about-sources">{t('about.sourcesTitle')}</h2>
      <p>{t('about.sourcesLead')}</p>
      <ul className={styles.sources}>
        {sources.map(({ name, symbol }) => (
          <li key={name}>
            {t(`about.source.${name}`)}
            {symbol === undefined ? null : (
              <>
                {' '}
                (<DocumentSymbol>{symbol}</DocumentSymbol>)
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

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
        <Sources />
      </Columns>
    </Page>
  );
};
