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

interface Pair {
  readonly path: string;
  /** The path in the summary; absent where a list has lost entries on the way and none can be told to be this one. */
  readonly inSummary?: string;
}

/** A building block without a title is not published, so those after it move up. */
const blockPairs = ({ record }: PracticeView): readonly Pair[] =>
  record.buildingBlocks.flatMap((_, index) => {
    const moved = record.buildingBlocks.slice(0, index).filter((block) => block.title.length > 0).length;
    return ['title', 'description'].map((part) => ({
      path: `buildingBlocks.${String(index)}.${part}`,
      inSummary: `buildingBlocks.${String(moved)}.${part}`,
    }));
  });

const resultPairs = ({ record }: PracticeView, { summary }: ReviewView): readonly Pair[] => {
  const isWhole = summary?.results.length === record.results.length;
  return record.results.map((_, index) => {
    const path = `results.${String(index)}.indicator`;
    return isWhole ? { path, inSummary: path } : { path };
  });
};

const fieldsIn = (practice: PracticeView, review: ReviewView, language: Language): readonly Field[] =>
  [
    { path: 'title', inSummary: 'title' },
    { path: 'summary', inSummary: 'summary' },
    ...blockPairs(practice),
    ...resultPairs(practice, review),
  ].flatMap(({ path, inSummary }: Pair) => {
    const other = review.shown?.find((shown) => shown.path === path && shown.language === language);
    const before = other?.text ?? textAt(practice.record, path, language);
    if (before === undefined) return [];
    const after = inSummary === undefined ? undefined : textAt(review.summary, inSummary, language);
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
        const findings = review.findings.filter((finding) => finding.language === language && finding.path === path);
        return (
          <div key={path} className={styles.pair}>
            <h3>
              {t(`gate.field.${fieldOf(path)}`)} <span>{formats.languageLabel(language)}</span>
            </h3>
            <MarkedText text={before} language={language} findings={findings} />
            <div className={styles.public} data-label={t('gate.public')}>
              {after === undefined ? <p className={styles.missing}>{t('gate.notYet')}</p> : <Content text={after} />}
            </div>
          </div>
        );
      })}
    </div>
  );
};
