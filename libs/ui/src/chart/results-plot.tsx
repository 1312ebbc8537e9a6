import type { CSSProperties, ReactNode } from 'react';
import styles from './results.module.css';

/** One figure before and after, with the words that stand beside each bar. */
export interface PlottedResult {
  readonly label: ReactNode;
  readonly before?: { readonly value: number; readonly text: string } | undefined;
  readonly after: { readonly value: number; readonly text: string };
  /** Where the scale ends when the unit has an end: 100 for a share in per cent. */
  readonly top?: number | undefined;
}

interface ResultsPlotProperties {
  readonly results: readonly PlottedResult[];
  /** What the two bars are called. */
  readonly before: string;
  readonly after: string;
}

const Bar = ({
  kind,
  name,
  share,
  text,
}: {
  readonly kind: string;
  readonly name: string;
  readonly share: number;
  readonly text: string;
}) => (
  <div className={styles.row}>
    <span className={styles.name}>{name}</span>
    <span className={styles.track}>
      <span className={styles.bar} data-kind={kind} style={{ '--share': `${String(Math.round(share * 1_000) / 10)}%` } as CSSProperties} />
      <span>{text}</span>
    </span>
  </div>
);

/**
 * What changed, drawn: each result has its own scale from 0, for results in different units cannot be compared. Bars begin where
 * reading begins. It is for the eye alone; the table of the same figures stands below it.
 */
export const ResultsPlot = ({ results, before, after }: ResultsPlotProperties) => (
  <div className={styles.plot} aria-hidden="true">
    {results.map((result, index) => {
      const top = Math.max(result.top ?? 0, result.before?.value ?? 0, result.after.value, Number.EPSILON);
      const share = (value: number): number => Math.max(0, value) / top;
      return (
        <div key={index} className={styles.result}>
          <p>{result.label}</p>
          {result.before === undefined ? null : (
            <Bar kind="before" name={before} share={share(result.before.value)} text={result.before.text} />
          )}
          <Bar kind="after" name={after} share={share(result.after.value)} text={result.after.text} />
        </div>
      );
    })}
  </div>
);
