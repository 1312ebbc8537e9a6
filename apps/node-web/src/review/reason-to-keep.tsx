import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { Button } from '@nmirf/ui/form/button';
import { TextField } from '@nmirf/ui/form/fields';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf } from './located.js';
import styles from './review.module.css';

interface ReasonToKeepProperties {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onDecide: (decision: ReviewDecisions['decisions'][number]) => void;
}

/** Why something may stay: what is kept without a reason is not kept. */
export const ReasonToKeep = ({ finding, busy, onDecide }: ReasonToKeepProperties) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState(finding.reason ?? '');
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onDecide({ key: finding.key, decision: 'allow', reason: reason.trim() });
      }}
    >
      <TextField
        id={`${anchorOf(finding.key)}-reason`}
        label={t('gate.reason')}
        hint={t('gate.reasonHint')}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <Button size="sm" submit busy={busy} disabled={reason.trim() === ''}>
        {t('gate.allow')}
      </Button>
    </form>
  );
};
