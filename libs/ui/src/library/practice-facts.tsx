import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';
import { useMechanismName } from '../members/member-name.js';
import { DocumentSymbol, Facts } from '../page/facts.js';
import { Card } from '../page/page.js';
import { Tags } from '../page/status-tag.js';
import styles from './library.module.css';

/** Years as they are published: each a year, or the first of a period that hides it. */
const periodOf = ({ fromYear, toYear, yearSpan }: LibraryPractice['summary'], t: TFunction): string => {
  if (yearSpan === undefined)
    return toYear === undefined ? t('practice.since', { year: fromYear }) : t('practice.years', { from: fromYear, to: toYear });
  const from = { from: fromYear, to: fromYear + yearSpan - 1 };
  return toYear === undefined
    ? t('practice.spanSince', from)
    : t('practice.spans', { ...from, fromEnd: toYear, toEnd: toYear + yearSpan - 1 });
};

/** Who it comes from and how it is classed. */
export const PracticeFacts = ({ practice }: { readonly practice: LibraryPractice }) => {
  const { t } = useTranslation();
  const nameOf = useMechanismName();
  const formats = useFormats();
  const { summary, mechanism } = practice;
  const name = mechanism === undefined ? undefined : nameOf(mechanism);
  const years = periodOf(summary, t);
  return (
    <Card title={t('practice.facts')}>
      <Facts
        facts={[
          {
            term: t('practice.mechanism'),
            value:
              summary.attribution === 'mechanism' && name !== undefined ? (
                <span lang={name.language} dir="auto">
                  {name.text}
                </span>
              ) : undefined,
          },
          {
            term: t('practice.country'),
            value: summary.country === undefined ? t('practice.regionOnly') : formats.country(summary.country),
          },
          { term: t('practice.region'), value: t(`region.${summary.region}`) },
          { term: t('practice.type'), value: t(`practiceType.${summary.type}`) },
          { term: t('practice.stage'), value: t(`practiceStage.${summary.stage}`) },
          { term: t('practice.period'), value: years },
          { term: t('practice.capacities'), value: summary.capacities.map((capacity) => t(`capacity.${capacity}`)).join(' · ') },
          {
            term: t('practice.institutions'),
            value: summary.institutions.map((institution) => t(`institution.${institution}`)).join(' · '),
          },
          { term: t('practice.languages'), value: formats.languageList(summary.title.map((title) => title.language)) },
          { term: t('practice.original'), value: formats.languageLabel(summary.originalLanguage) },
          { term: t('practice.licence'), value: t(`licence.${summary.licence.replaceAll('.', '-')}`) },
        ]}
      />
    </Card>
  );
};

/** What it is about: themes, bodies, persons, goals, and the recommendations it answers. */
export const PracticeSubjects = ({ summary }: { readonly summary: LibraryPractice['summary'] }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useTerms();
  const groups = [
    { label: t('practice.themes'), items: summary.themes.map((theme) => nameOf('theme', theme)) },
    { label: t('practice.persons'), items: summary.affectedPersons.map((group) => nameOf('group', group)) },
    { label: t('practice.bodies'), items: summary.bodies.map((body) => nameOf('body', body)) },
    { label: t('practice.goals'), items: summary.sdgs.map((sdg) => `${formats.number(sdg)} · ${t(`sdg.${String(sdg)}`)}`) },
  ];
  return (
    <section className={styles.subjects} aria-label={t('practice.subjects')}>
      <dl>
        {groups
          .filter(({ items }) => items.length > 0)
          .map(({ label, items }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Tags label={label} items={items} />
              </dd>
            </div>
          ))}
      </dl>
      {summary.recommendations.length === 0 ? null : (
        <div>
          <h2 className={styles.sectionTitle}>{t('practice.recommendations')}</h2>
          <ul className={styles.references}>
            {summary.recommendations.map((reference) => (
              <li key={`${reference.country} ${reference.documentSymbol} ${reference.paragraph}`}>
                {formats.country(reference.country)} · <DocumentSymbol>{reference.documentSymbol}</DocumentSymbol> ·{' '}
                {t('practice.paragraph', { paragraph: reference.paragraph })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};
