import {
  IconAlertTriangleFilled,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDot,
  IconCircleHalf2,
  IconProgress,
  type Icon,
} from '@tabler/icons-react';
import styles from './tags.module.css';

export type Tone = 'neutral' | 'waiting' | 'working' | 'good' | 'warning' | 'bad';

/** Every tone has a shape of its own: colour is never the only sign. */
const symbols: Readonly<Record<Tone, Icon>> = {
  neutral: IconCircle,
  waiting: IconCircleDot,
  working: IconProgress,
  good: IconCircleCheckFilled,
  warning: IconCircleHalf2,
  bad: IconAlertTriangleFilled,
};

export const StatusTag = ({ tone, label }: { readonly tone: Tone; readonly label: string }) => {
  const Symbol = symbols[tone];
  return (
    <span className={styles.status} data-tone={tone}>
      <Symbol size={17} aria-hidden />
      {label}
    </span>
  );
};

/** A short term: a theme, a language, a goal. */
export const Tag = ({ label, lang }: { readonly label: string; readonly lang?: string }) => (
  <span className={styles.tag} {...(lang === undefined ? {} : { lang, dir: 'auto' as const })}>
    {label}
  </span>
);

export const Tags = ({ label, items }: { readonly label: string; readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <ul className={styles.tags} aria-label={label}>
      {items.map((item) => (
        <li key={item}>
          <Tag label={item} />
        </li>
      ))}
    </ul>
  );
