import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The column of a page. */
export const Page = ({ children }: { readonly children: ReactNode }) => <div className={styles.page}>{children}</div>;

interface PageHeaderProperties {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  /** Language and direction of a title that is content. */
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  readonly above?: ReactNode;
}

/** The heading every page starts with; it names the document as well, and takes the focus after a navigation. */
export const PageHeader = ({ title, lead, actions, lang, dir, above }: PageHeaderProperties) => (
  <header className={styles.header}>
    <title>{title}</title>
    <div className={styles.headerText}>
      {above === undefined ? null : <div className={styles.above}>{above}</div>}
      <h1 id="page-title" tabIndex={-1}>
        {lang === undefined ? (
          title
        ) : (
          <bdi lang={lang} dir={dir}>
            {title}
          </bdi>
        )}
      </h1>
      {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
    </div>
    {actions === undefined ? null : <div className={`${styles.actions ?? ''} no-print`}>{actions}</div>}
  </header>
);

interface CardProperties {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}

export const Card = ({ title, actions, children, id }: CardProperties) => (
  <section
    className={styles.card}
    {...(title === undefined ? {} : { 'aria-label': title })}
    {...(id === undefined ? {} : { id, tabIndex: -1 })}
  >
    {title === undefined ? null : (
      <div className={styles.cardHead}>
        <h2>{title}</h2>
        {actions}
      </div>
    )}
    {children}
  </section>
);

/** Main text and what stands beside it; below it on narrow screens. */
export const Columns = ({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }) => (
  <div className={styles.columns}>
    <div className={styles.main}>{children}</div>
    <aside className={styles.aside}>{aside}</aside>
  </div>
);

/** Things below each other at an even distance. */
export const Stack = ({ children, tight = false }: { readonly children: ReactNode; readonly tight?: boolean }) => (
  <div className={tight ? styles.stackTight : styles.stack}>{children}</div>
);

/** Things beside each other that wrap. */
export const Row = ({ children }: { readonly children: ReactNode }) => <div className={styles.row}>{children}</div>;

/** A quiet remark. */
export const Hint = ({ children }: { readonly children: ReactNode }) => <p className={styles.hint}>{children}</p>;
