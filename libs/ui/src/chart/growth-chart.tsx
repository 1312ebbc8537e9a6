import { useTranslation } from 'react-i18next';
import { directionOf } from '@nmirf/languages/languages';
import { useFormats, useLanguage } from '../language/use-language.js';
import styles from './growth.module.css';

interface GrowthPoint {
  /** An ISO time. */
  readonly at: string;
  readonly size: number;
}

interface GrowthChartProperties {
  readonly title: string;
  /** Oldest first. */
  readonly points: readonly GrowthPoint[];
}

const width = 600;
const height = 180;

/** Rounds up to 1, 2 or 5 times a power of ten, so that the scale ends on a number people read easily. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
};

/** A number that only grows, over time. Time runs in the direction of writing; the same figures stand in a table. */
export const GrowthChart = ({ title, points }: GrowthChartProperties) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const formats = useFormats();
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const [from, to] = [Date.parse(first.at), Date.parse(last.at)];
  const top = roundUp(last.size);
  const mirrored = directionOf(language) === 'rtl';
  const x = (at: string): number => {
    const share = to === from ? 1 : (Date.parse(at) - from) / (to - from);
    return Math.round((mirrored ? 1 - share : share) * width * 10) / 10;
  };
  const y = (size: number): number => Math.round((1 - size / top) * height * 10) / 10;
  // Between two points nothing was received that we know of: a staircase, not a slope.
  const line = points
    .map(({ at, size }, index) => `${index === 0 ? `M${String(x(at))} ${String(height)}` : `H${String(x(at))}`}V${String(y(size))}`)
    .join('');
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      <div className={styles.plot}>
        <span className={styles.top}>{formats.number(top)}</span>
        <span className={styles.zero}>{formats.number(0)}</span>
        <svg viewBox={`0 0 ${String(width)} ${String(height)}`} preserveAspectRatio="none" aria-hidden="true">
          <path
            className={styles.grid}
            d={`M0 .5H${String(width)}M0 ${String(height / 2)}H${String(width)}M0 ${String(height - 0.5)}H${String(width)}`}
          />
          <path className={styles.area} d={`${line}V${String(height)}Z`} />
          <path className={styles.line} d={line} />
        </svg>
      </div>
      <p className={styles.time}>
        <span>{formats.dateTime(first.at)}</span>
        <span>{formats.dateTime(last.at)}</span>
      </p>
      <details>
        <summary>{t('chart.asTable')}</summary>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.time')}</th>
              <th scope="col">{t('chart.number')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, size }) => (
              <tr key={size}>
                <th scope="row">{formats.dateTime(at)}</th>
                <td>{formats.number(size)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
