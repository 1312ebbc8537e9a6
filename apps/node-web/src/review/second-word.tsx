import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { Button } from '@nmirf/ui/form/button';
import { useTranslation } from 'react-i18next';
import styles from './review.module.css';

interface SecondWordProperties {
  readonly findings: readonly [Finding, ...Finding[]];
  readonly busy: boolean;
  readonly onDecide: (decisions: ReviewDecisions['decisions']) => void;
}

/** Where keeping something takes two reviewers: what is still missing, and the button for the second. */
export const SecondWord = ({ findings, busy, onDecide }: SecondWordProperties) => {
  const { t } = useTranslation();
  const [first] = findings;
  const open = findings.filter(({ second }) => second === 'needed');
  if (open.length === 0) return first.second === 'given' ? <p className={styles.second}>{t('gate.second.given')}</p> : null;
  if (open.some(({ mine }) => mine === true)) return <p className={styles.second}>{t('gate.second.waits')}</p>;
  return (
    <div className={styles.second}>
      <p>{t('gate.second.needed', { reason: first.reason ?? '' })}</p>
      <Button
        size="sm"
        busy={busy}
        onClick={() => {
          onDecide(open.map(({ key, reason }) => ({ key, decision: 'allow', ...(reason === undefined ? {} : { reason }) })));
        }}
      >
        {t('gate.second.confirm')}
      </Button>
    </div>
  );
};
