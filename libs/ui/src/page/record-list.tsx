import type { ReactNode } from 'react';
import styles from './record-list.module.css';

/** Records one below the other in one frame. */
export const RecordList = ({ children }: { readonly children: ReactNode }) => <ul className={styles.list}>{children}</ul>;

interface RecordProperties {
  readonly title: ReactNode;
  readonly status?: ReactNode;
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** One record: what it is, its state at the end of the line, what can be done below. */
export const RecordRow = ({ title, status, meta, actions, children }: RecordProperties) => (
  <li className={styles.record}>
    <div className={styles.head}>
      <div className={styles.title}>{title}</div>
      {status}
    </div>
    {meta === undefined ? null : <div className={styles.meta}>{meta}</div>}
    {children}
    {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
  </li>
);
