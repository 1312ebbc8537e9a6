import { publicationPolicies } from '@nmirf/contracts/practices/policy';
import type { AnonymisationReport } from '@nmirf/contracts/practices/report';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { Code, Facts } from '../page/facts.js';
import { Card, Hint } from '../page/page.js';
import { ReportRules } from './report-rules.js';
import styles from './report.module.css';

interface ReportProperties {
  readonly report: AnonymisationReport;
}

const treatments = ['masked', 'generalised', 'allowed'] as const;

/** What was found, by kind: counts, never words. */
const Kinds = ({ report }: ReportProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (report.spans.length === 0) return <p>{t('report.nothing')}</p>;
  return (
    <table className={styles.kinds}>
      <thead>
        <tr>
          <th scope="col">{t('report.kind')}</th>
          {treatments.map((treatment) => (
            <th key={treatment} scope="col">
              {t(`report.${treatment}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.spans.map((span) => (
          <tr key={span.type}>
            <th scope="row">{t(`entity.${span.type}`)}</th>
            {treatments.map((treatment) => (
              <td key={treatment}>{formats.number(span[treatment])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The three questions a reader asks of an anonymised text, and how each was answered. */
const Risks = ({ report }: ReportProperties) => {
  const { t } = useTranslation();
  const { k, l } = report.anonymity;
  const wanted = publicationPolicies[report.policy.version];
  return (
    <Facts
      facts={[
        ...(['singlingOut', 'linkability', 'inference'] as const).map((risk) => ({
          term: t(`report.risk.${risk}`),
          value: t(`report.answer.${report.risks[risk]}`),
        })),
        { term: t('report.alike'), value: wanted && t('report.aim', { k, l, wantedK: wanted.k, wantedL: wanted.l }) },
      ]}
    />
  );
};

const Tools = ({ report }: ReportProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { version, measured } = report.engine;
  return (
    <>
      <Facts
        facts={[
          { term: t('report.personsLatin'), value: measured && formats.percent(measured.personsLatin) },
          { term: t('report.personsArabic'), value: measured && formats.percent(measured.personsArabic) },
          { term: t('report.contactsFound'), value: measured && formats.percent(measured.contacts) },
          { term: t('report.engine'), value: <Code>{version}</Code> },
          { term: t('report.policy'), value: <Code>{report.policy.version}</Code> },
        ]}
      />
      <Hint>{measured === undefined ? t('report.notMeasured') : t('report.measuredNote')}</Hint>
    </>
  );
};

/** The anonymisation report in plain words: what was done to the text before it left its mechanism, in counts only. */
export const ReportCard = ({ report }: ReportProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const sum = (key: (typeof treatments)[number]): number => report.spans.reduce((total, span) => total + span[key], 0);
  const { review, suppression, leakScan } = report;
  const base = publicationPolicies[report.policy.version]?.rounding;
  const reviewers = review.reviewers.length;
  return (
    <Card title={t('report.title')}>
      <Facts
        facts={[
          ...treatments.map((treatment) => ({ term: t(`report.${treatment}`), value: formats.number(sum(treatment)) })),
          { term: t('report.dropped'), value: formats.number(report.dropped) },
          { term: t('report.suppressed'), value: formats.number(suppression.withheld) },
          { term: t('report.rounded', { base }), value: base === undefined ? undefined : formats.number(suppression.rounded) },
          { term: t('report.scan'), value: leakScan.clean ? t('report.scanClean') : t('report.scanFound') },
          {
            term: t('report.reviewers'),
            value: (
              <>
                {t('report.reviewed', { count: reviewers })} · <bdi dir="ltr">{review.reviewers.join(' · ')}</bdi>
              </>
            ),
          },
          { term: t('report.day'), value: review.day === undefined ? undefined : formats.date(review.day) },
          { term: t('report.confirmed'), value: review.confirmed === 0 ? undefined : formats.number(review.confirmed) },
        ]}
      />
      <Hint>{t('report.note')}</Hint>
      <details className={styles.whole}>
        <summary>{t('report.whole')}</summary>
        <h3>{t('report.kinds')}</h3>
        <Kinds report={report} />
        <h3>{t('report.risks')}</h3>
        <Risks report={report} />
        <h3>{t('report.rules', { version: report.policy.version })}</h3>
        <ReportRules report={report} />
        <h3>{t('report.tools')}</h3>
        <Tools report={report} />
      </details>
    </Card>
  );
};
