import { readOwnPractice, readReview } from '@nmirf/api-client/practices';
import type { Language } from '@nmirf/contracts/languages/language';
import type { Finding, PracticeView, ReviewDecisions, ReviewView } from '@nmirf/contracts/practices/authoring';
import { directionOf } from '@nmirf/languages/languages';
import { useApi } from '@nmirf/ui/app/api-context';
import { bestText } from '@nmirf/ui/language/content-text';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { ReportCard } from '@nmirf/ui/library/report-card';
import { Card, Columns, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows, ProblemNotice } from '@nmirf/ui/page/states';
import { Tabs } from '@nmirf/ui/page/tabs';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttributionCard } from './attribution-card.js';
import { FewAlikeCard } from './few-alike-card.js';
import { FindingCard } from './finding-card.js';
import { isAboutPractice, isWaiting, isWhole } from './located.js';
import { PlantedNotice } from './planted-notice.js';
import { ReleaseCard } from './release-card.js';
import styles from './review.module.css';
import { SideBySide } from './side-by-side.js';
import { useGate, type Gate } from './use-gate.js';
import { WholeTextCard } from './whole-text-card.js';

interface GateProperties {
  readonly practice: PracticeView;
  readonly review: ReviewView;
  readonly gate: Gate;
}

type Decision = ReviewDecisions['decisions'][number];

const marks = ['masked', 'flagged', 'generalised', 'allowed'] as const;

const Legend = () => {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend} aria-label={t('gate.legend')}>
      {marks.map((mark) => (
        <li key={mark}>
          <span className={styles.swatch} data-mark={mark} aria-hidden="true" />
          {t(`gate.mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
};

/** Texts in each language in turn, with the findings of that language. */
const Comparison = ({ practice, review }: Omit<GateProperties, 'gate'>) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const written: readonly Language[] = [...new Set([...practice.record.title, ...practice.record.summary].map((text) => text.language))];
  const [language, setLanguage] = useState<Language>(
    written.includes(practice.record.originalLanguage) ? practice.record.originalLanguage : (written[0] ?? 'en'),
  );
  const open = (other: Language): number =>
    review.findings.filter((finding) => finding.language === other && !isAboutPractice(finding) && isWaiting(finding)).length;
  return (
    <Card>
      <Tabs
        label={t('gate.languages')}
        chosen={language}
        onChange={setLanguage}
        tabs={written.map((value) => ({
          value,
          label: formats.languageLabel(value),
          note: open(value) === 0 ? undefined : t('gate.open', { count: open(value) }),
        }))}
      >
        <Legend />
        <SideBySide practice={practice} review={review} language={language} />
      </Tabs>
    </Card>
  );
};

/** Findings about whole texts, one group for each language. */
const wholeTexts = (findings: readonly Finding[]): readonly [Finding, ...Finding[]][] => {
  const groups = new Map<Language, [Finding, ...Finding[]]>();
  for (const finding of findings.filter((found) => isWhole(found) && !isAboutPractice(found))) {
    const group = groups.get(finding.language);
    if (group === undefined) groups.set(finding.language, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
};

/** What waits for a decision comes first. */
const Findings = ({ review, gate }: Omit<GateProperties, 'practice'>) => {
  const { t } = useTranslation();
  const spans = review.findings
    .filter((finding) => !isWhole(finding))
    .sort((a, b) => Number(a.tier === 'auto') - Number(b.tier === 'auto'));
  const decide = (decision: Decision): void => {
    gate.deciding.mutate([decision]);
  };
  const busy = gate.deciding.isPending;
  if (review.findings.length === 0) return <Card title={t('gate.findings')}>{t('gate.noFindings')}</Card>;
  return (
    <Card title={t('gate.findings')}>
      <Stack tight>
        <p>{t('gate.findingsHint')}</p>
        {gate.deciding.isError ? <ProblemNotice error={gate.deciding.error} /> : null}
        <ul className={styles.findings}>
          {review.findings.filter(isAboutPractice).map((finding) => (
            <FewAlikeCard key={finding.key} finding={finding} policy={review.report?.policy.version} busy={busy} onDecide={decide} />
          ))}
          {wholeTexts(review.findings).map((group) => (
            <WholeTextCard key={group[0].key} findings={group} busy={busy} onDecide={gate.deciding.mutate} />
          ))}
          {spans.map((finding) => (
            <FindingCard key={finding.key} finding={finding} busy={busy} onDecide={decide} />
          ))}
        </ul>
      </Stack>
    </Card>
  );
};

const GateView = ({ practice, review }: Omit<GateProperties, 'gate'>) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const gate = useGate(practice.id);
  const title = bestText(practice.record.title, lang, practice.record.originalLanguage);
  return (
    <>
      <PageHeader
        title={t('gate.title')}
        lead={t('gate.lead')}
        above={
          <p>
            <Link
              to="/$lang/practices/$id"
              params={{ lang, id: practice.id }}
              lang={title?.language}
              dir={title === undefined ? undefined : directionOf(title.language)}
            >
              {title?.text}
            </Link>
          </p>
        }
      />
      <Stack>
        {review.planted === undefined ? null : <PlantedNotice planted={review.planted} />}
        <Comparison practice={practice} review={review} />
        <Columns
          aside={
            <>
              <AttributionCard practice={practice} review={review} />
              <ReleaseCard practice={practice} review={review} gate={gate} />
              {review.report === undefined ? null : <ReportCard report={review.report} />}
            </>
          }
        >
          <Findings review={review} gate={gate} />
        </Columns>
      </Stack>
    </>
  );
};

/** The publication gate: what was written, what would leave, each finding decided, and the release. */
export const ReviewPage = () => {
  const api = useApi();
  const lang = useLanguage();
  const { id } = useParams({ from: '/$lang/desk/practices/$id/review' });
  const practice = useQuery({ queryKey: ['practice', id, lang], queryFn: ({ signal }) => readOwnPractice(api, id, signal) });
  const review = useQuery({ queryKey: ['review', id, lang], queryFn: ({ signal }) => readReview(api, id, signal), staleTime: 0 });
  const loading = <LoadingRows rows={2} height={260} />;
  return (
    <Page>
      <Loaded isPage query={practice} loading={loading}>
        {(found) => (
          <Loaded isPage query={review} loading={loading}>
            {(view) => <GateView practice={found} review={view} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
};
