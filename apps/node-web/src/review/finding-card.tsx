import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { directionOf } from '@nmirf/languages/languages';
import { Button } from '@nmirf/ui/form/button';
import { TextField } from '@nmirf/ui/form/fields';
import { RadioChoice } from '@nmirf/ui/form/radio-choice';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf, fieldOf, markOf } from './located.js';
import styles from './review.module.css';

type Decision = ReviewDecisions['decisions'][number];

const decisions = ['mask', 'generalise', 'allow'] as const;

interface FindingCardProperties {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** One span and the decision on it: mask, make more general, or allow with a reason. Arrow keys choose. */
export const FindingCard = ({ finding, busy, onDecide }: FindingCardProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [allowing, setAllowing] = useState(false);
  const [reason, setReason] = useState(finding.reason ?? '');
  const anchor = anchorOf(finding.key);
  const chosen = allowing ? 'allow' : (finding.decision ?? (finding.tier === 'auto' ? 'mask' : undefined));
  const decide = (decision: (typeof decisions)[number]): void => {
    setAllowing(decision === 'allow');
    if (decision !== 'allow') onDecide({ key: finding.key, decision });
  };
  return (
    <li id={anchor} tabIndex={-1} className={styles.finding} data-mark={markOf(finding)}>
      <p className={styles.found}>
        <strong lang={finding.language} dir={directionOf(finding.language)}>
          {finding.text}
        </strong>
        <span>{t(`entity.${finding.type}`)}</span>
        <span>
          {t(`gate.field.${fieldOf(finding.path)}`)} · {formats.languageName(finding.language)}
        </span>
      </p>
      <RadioChoice
        name={anchor}
        label={t('gate.decide', { text: finding.text })}
        choices={decisions.map((value) => ({ value, label: t(`gate.decision.${value}`) }))}
        chosen={chosen}
        disabled={busy}
        onChange={decide}
      />
      {chosen === 'allow' ? (
        <div className={styles.reason}>
          <TextField
            id={`${anchor}-reason`}
            label={t('gate.reason')}
            hint={t('gate.reasonHint')}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <Button
            size="sm"
            busy={busy}
            disabled={reason.trim() === ''}
            onClick={() => {
              onDecide({ key: finding.key, decision: 'allow', reason: reason.trim() });
            }}
          >
            {t('gate.allow')}
          </Button>
        </div>
      ) : null}
    </li>
  );
};
