import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeView, ReviewView } from '@nmirf/contracts/practices/authoring';
import { Content, type ContentText } from '@nmirf/ui/language/content-text';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useTranslation } from 'react-i18next';
import { fieldOf, textAt } from './located.js';
import { MarkedText } from './marked-text.js';
import styles from './review.module.css';

interface Field {
  readonly path: string;
  readonly before: string;
  readonly after: ContentText | undefined;
}

const paths = (practice: PracticeView): readonly string[] => [
  'title',
  'summary',
  ...practice.record.buildingBlocks.flatMap((_, index) => [
    `buildingBlocks.${String(index)}.title`,
    `buildingBlocks.${String(index)}.description`,
  ]),
];

const fieldsIn = (practice: PracticeView, review: ReviewView, language: Language): readonly Field[] =>
  paths(practice).flatMap((path) => {
    const before = textAt(practice.record, path, language);
    if (before === undefined) return [];
    const after = textAt(review.summary, path, language);
    return [{ path, before, after: after === undefined ? undefined : { language, text: after } }];
  });

interface SideBySideProperties {
  readonly practice: PracticeView;
  readonly review: ReviewView;
  readonly language: Language;
}

/** What was written, and beside it what would leave: field by field, so that nothing has to be searched for. */
export const SideBySide = ({ practice, review, language }: SideBySideProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={styles.sides}>
      <div className={styles.sideHeads}>
        <h2>{t('gate.full')}</h2>
        <h2>{t('gate.public')}</h2>
      </div>
      {fieldsIn(practice, review, language).map(({ path, before, after }) => {
        const text = practice.record;
        const findings = review.findings.filter(
          (finding) =>
            finding.language === language && fieldOf(finding.path) === fieldOf(path) && textAt(text, finding.path, language) === before,
        );
        return (
          <section key={path} className={styles.pair} aria-label={t(`gate.field.${fieldOf(path)}`)}>
            <h3>
              {t(`gate.field.${fieldOf(path)}`)} <span>{formats.languageLabel(language)}</span>
            </h3>
            <MarkedText text={before} language={language} findings={findings} />
            <div className={styles.public}>
              {after === undefined ? <p className={styles.missing}>{t('gate.notYet')}</p> : <Content text={after} />}
            </div>
          </section>
        );
      })}
    </div>
  );
};
