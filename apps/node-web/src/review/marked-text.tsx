import type { Language } from '@nmirf/contracts/languages/language';
import type { Finding } from '@nmirf/contracts/practices/authoring';
import { directionOf } from '@nmirf/languages/languages';
import { useTranslation } from 'react-i18next';
import { anchorOf, markOf, piecesOf } from './located.js';
import styles from './review.module.css';

interface MarkedTextProperties {
  readonly text: string;
  readonly language: Language;
  readonly findings: readonly Finding[];
}

/** A text with its findings marked. Each mark leads to the place where it is decided. */
export const MarkedText = ({ text, language, findings }: MarkedTextProperties) => {
  const { t } = useTranslation();
  return (
    <p lang={language} dir={directionOf(language)} className={styles.text}>
      {piecesOf(text, findings).map(({ text: piece, finding }, index) => {
        if (finding === undefined) return piece;
        const mark = markOf(finding);
        return (
          <a
            key={index}
            href={`#${anchorOf(finding.key)}`}
            className={styles.mark}
            data-mark={mark}
            title={t(`gate.mark.${mark}`)}
            onClick={(event) => {
              event.preventDefault();
              const target = document.getElementById(anchorOf(finding.key));
              target?.scrollIntoView({ block: 'center' });
              target?.focus({ preventScroll: true });
            }}
          >
            {piece}
          </a>
        );
      })}
    </p>
  );
};
