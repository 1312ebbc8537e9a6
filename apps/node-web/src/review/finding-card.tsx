import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { directionOf } from '@nmirf/languages/languages';
import { RadioChoice } from '@nmirf/ui/form/radio-choice';
import { useFormats } from '@nmirf/ui/language/use-language';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf, fieldOf, markOf, standing } from './located.js';
import { ReasonToKeep } from './reason-to-keep.js';
import styles from './review.module.css';
import { SecondWord } from './second-word.js';

type Decision = ReviewDecisions['decisions'][number];

const decisions = ['mask', 'generalise', 'allow'] as const;

interface FindingCardProperties {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** The decision on one span: mask, make more general, or allow with a reason. Arrow keys choose. */
const SpanDecision = ({ finding, busy, onDecide }: FindingCardProperties) => {
  const { t } = useTranslation();
  const [allowing, setAllowing] = useState(false);
  const anchor = anchorOf(finding.key);
  const chosen = allowing ? 'allow' : standing(finding);
  const decide = (decision: (typeof decisions)[number]): void => {
    setAllowing(decision === 'allow');
    if (decision !== 'allow') onDecide({ key: finding.key, decision });
  };
  return (
    <>
      <RadioChoice
        name={anchor}
        label={t('gate.decide', { text: finding.text })}
        choices={decisions.map((value) => ({ value, label: t(`gate.decision.${value}`) }))}
        chosen={chosen}
        onChange={decide}
      />
      {chosen === 'allow' ? <ReasonToKeep finding={finding} busy={busy} onDecide={onDecide} /> : null}
      <SecondWord findings={[finding]} busy={busy} onDecide={([confirmed]) => confirmed && onDecide(confirmed)} />
    </>
  );
};

/** An address that is longer than its line breaks behind a sign rather than within a word. */
const breakable = (text: string) =>
  text.split(/(?<=[@./])/u).map((part, i) => (
    <Fragment key={i}>
      {i > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));

/** One finding: what it is, where, and the decision on it. */
export const FindingCard = (card: FindingCardProperties) => {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const { finding } = card;
  const why = `why.${finding.why}`;
  return (
    <li id={anchorOf(finding.key)} tabIndex={-1} className={styles.finding} data-mark={markOf(finding)}>
      <p className={styles.found}>
        <strong lang={finding.language} dir={directionOf(finding.language)}>
          {breakable(finding.text)}
        </strong>
        <span>{i18n.exists(why, { ns: 'gate' }) ? t(why) : t(`entity.${finding.type}`)}</span>
        <span>
          {t(`gate.field.${fieldOf(finding.path)}`)} · {formats.languageLabel(finding.language)}
        </span>
      </p>
      <SpanDecision {...card} />
    </li>
  );
};
