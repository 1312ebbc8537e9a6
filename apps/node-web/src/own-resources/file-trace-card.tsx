import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { useTranslation } from 'react-i18next';
import { anchorOf, markOf } from '../review/located.js';
import { ReasonToKeep } from '../review/reason-to-keep.js';
import review from '../review/review.module.css';

interface FileTraceCardProperties {
  readonly finding: Finding;
  /** The file it stands in. */
  readonly name: string;
  readonly busy: boolean;
  readonly onDecide: (decision: ReviewDecisions['decisions'][number]) => void;
}

/** A name that a file holds beside its content. It cannot be taken out here: it stays with a reason, or the resource goes back. */
export const FileTraceCard = ({ finding, name, busy, onDecide }: FileTraceCardProperties) => {
  const { t } = useTranslation();
  return (
    <li id={anchorOf(finding.key)} tabIndex={-1} className={review.finding} data-mark={markOf(finding)}>
      <p className={review.found}>
        <strong dir="auto">{finding.text}</strong>
        <span>{t(`why.${finding.why}`)}</span>
        <bdi>{name}</bdi>
      </p>
      <p>{t('fileTraces.keepOrReturn')}</p>
      <ReasonToKeep finding={finding} busy={busy} onDecide={onDecide} />
    </li>
  );
};
