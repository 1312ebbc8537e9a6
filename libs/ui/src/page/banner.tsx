import { IconAlertTriangleFilled, IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './states.module.css';

/** A line above a page about the state of things, not about what the reader did. */
export const Banner = ({ tone, children }: { readonly tone: 'warning' | 'bad'; readonly children: ReactNode }) => (
  <div className={styles.banner} data-tone={tone} role="status">
    {tone === 'bad' ? <IconAlertTriangleFilled size={19} aria-hidden /> : <IconCloudOff size={19} aria-hidden />}
    <p>{children}</p>
  </div>
);

interface NoticeProperties {
  readonly tone: 'good' | 'info' | 'warning';
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something to know about what is on this page. */
export const Notice = ({ tone, title, children }: NoticeProperties) => (
  <div className={styles.notice} data-tone={tone} role="status">
    <p className={styles.problemTitle}>{title}</p>
    {children}
  </div>
);
