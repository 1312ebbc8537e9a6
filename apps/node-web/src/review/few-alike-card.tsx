import { publicationPolicies } from '@nmirf/contracts/practices/policy';
import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { RadioChoice } from '@nmirf/ui/form/radio-choice';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf, isWaiting } from './located.js';
import { ReasonToKeep } from './reason-to-keep.js';
import styles from './review.module.css';
import { SecondWord } from './second-word.js';

type Decision = ReviewDecisions['decisions'][number];

interface FewAlikeCardProperties {
  readonly finding: Finding;
  /** The version of the policy the gate publishes by. */
  readonly policy: string | undefined;
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** The practice as a whole: too few others look like it, so it is made more general or kept exact on the word of two people. */
export const FewAlikeCard = ({ finding, policy, busy, onDecide }: FewAlikeCardProperties) => {
  const { t } = useTranslation();
  const [keeping, setKeeping] = useState(false);
  const { key, decision } = finding;
  const chosen = keeping || decision === 'allow' ? 'allow' : decision === undefined ? undefined : 'generalise';
  return (
    <li id={anchorOf(key)} tabIndex={-1} className={styles.finding} data-mark={isWaiting(finding) ? 'flagged' : 'generalised'}>
      <p className={styles.found}>
        <strong>{t('gate.fewAlike.title')}</strong>
      </p>
      <p>{t('gate.fewAlike.text', { count: Number(finding.text), wanted: policy === undefined ? 0 : publicationPolicies[policy]?.k })}</p>
      <RadioChoice
        name={anchorOf(key)}
        label={t('gate.fewAlike.title')}
        choices={[
          { value: 'generalise', label: t('gate.decision.generalise') },
          { value: 'allow', label: t('gate.fewAlike.keep') },
        ]}
        chosen={chosen}
        onChange={(value) => {
          setKeeping(value === 'allow');
          if (value === 'generalise') onDecide({ key, decision: 'generalise' });
        }}
      />
      {chosen === 'allow' ? <ReasonToKeep finding={finding} busy={busy} onDecide={onDecide} /> : null}
      <SecondWord findings={[finding]} busy={busy} onDecide={([confirmed]) => confirmed && onDecide(confirmed)} />
    </li>
  );
};
