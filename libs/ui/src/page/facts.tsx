import type { ReactNode } from 'react';
import styles from './tags.module.css';

export interface Fact {
  readonly term: string;
  /** Absent facts are not shown. */
  readonly value: ReactNode;
}

/** Terms and what they are. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={styles.facts}>
    {facts
      .filter(({ value }) => value !== undefined && value !== null && value !== '')
      .map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

/** A document symbol, a hash, a key: always left to right, and broken anywhere. */
export const Code = ({ children }: { readonly children: string }) => (
  <bdi dir="ltr" className="code">
    {children}
  </bdi>
);

/** A symbol of a document (A/HRC/51/8), left to right inside any text. */
export const DocumentSymbol = ({ children }: { readonly children: string }) => <bdi dir="ltr">{children}</bdi>;
