import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { Button } from '@nmirf/ui/form/button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useTranslation } from 'react-i18next';
import { anchorOf, fieldOf, isWaiting } from './located.js';
import styles from './review.module.css';
import { SecondWord } from './second-word.js';

interface WholeTextCardProperties {
  /** Findings about whole texts of one language. */
  readonly findings: readonly [Finding, ...Finding[]];
  readonly busy: boolean;
  readonly onDecide: (decisions: ReviewDecisions['decisions']) => void;
}

/** Texts that only a reader of their language can judge: one person says that they have read them all. */
export const WholeTextCard = ({ findings, busy, onDecide }: WholeTextCardProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [first] = findings;
  const isRead = findings.every((finding) => finding.decision === 'allow');
  const fields = [...new Set(findings.map((finding) => t(`gate.field.${fieldOf(finding.path)}`)))];
  return (
    <li id={anchorOf(first.key)} tabIndex={-1} className={styles.finding} data-mark={findings.some(isWaiting) ? 'flagged' : 'allowed'}>
      <p className={styles.found}>
        <strong>{t('gate.wholeText', { language: formats.languageLabel(first.language) })}</strong>
        <span>{t(`why.${first.why}`)}</span>
      </p>
      <p className={styles.fields}>{fields.join(' · ')}</p>
      {isRead ? (
        <>
          <p>{t('gate.wasRead')}</p>
          <SecondWord findings={findings} busy={busy} onDecide={onDecide} />
        </>
      ) : (
        <div>
          <Button
            size="sm"
            busy={busy}
            onClick={() => {
              onDecide(findings.map(({ key }) => ({ key, decision: 'allow', reason: t('gate.wasRead') })));
            }}
          >
            {t('gate.confirmRead')}
          </Button>
        </div>
      )}
    </li>
  );
};
