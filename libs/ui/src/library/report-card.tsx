import type { AnonymisationReport } from '@nmirf/contracts/practices/report';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { Code, Facts } from '../page/facts.js';
import { Card, Hint } from '../page/page.js';

/** The anonymisation report in plain words: what was done to the text before it left its mechanism, in counts only. */
export const ReportCard = ({ report }: { readonly report: AnonymisationReport }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const sum = (key: 'masked' | 'generalised' | 'allowed'): number => report.spans.reduce((total, span) => total + span[key], 0);
  return (
    <Card title={t('report.title')}>
      <Facts
        facts={[
          { term: t('report.masked'), value: formats.number(sum('masked')) },
          { term: t('report.generalised'), value: formats.number(sum('generalised')) },
          { term: t('report.allowed'), value: formats.number(sum('allowed')) },
          { term: t('report.dropped'), value: formats.number(report.dropped) },
          { term: t('report.suppressed'), value: formats.number(report.suppressedCells) },
          { term: t('report.scan'), value: report.leakScan.clean ? t('report.scanClean') : t('report.scanFound') },
          { term: t('report.reviewers'), value: t('report.reviewed', { count: report.review.reviewers }) },
          { term: t('report.policy'), value: <Code>{`${report.policy} · ${report.engine}`}</Code> },
        ]}
      />
      <Hint>{t('report.note')}</Hint>
    </Card>
  );
};
