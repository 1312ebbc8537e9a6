import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu, SchemeSwitch } from './bar-controls.js';
import { Brand } from './brand.js';
import { NavigationLink, type Destination } from './navigation.js';
import { OfflineNotice } from './offline-notice.js';
import { PrintHead } from './print-head.js';
import styles from './shell.module.css';

interface PublicShellProperties {
  readonly name: string;
  readonly tagline: string;
  readonly destinations: readonly Destination[];
  readonly footer?: ReactNode;
  /** Stands in the bar, before the choice of language. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of public pages: a top bar, no sidebar. On a phone the destinations take a row of their own. */
export const PublicShell = ({ name, tagline, destinations, footer, tools, children }: PublicShellProperties) => {
  const { t } = useTranslation();
  return (
    <div className={styles.public}>
      <a className={`${styles.skip ?? ''} no-print`} href="#main">
        {t('shell.skip')}
      </a>
      <header className={`${styles.bar ?? ''} no-print`}>
        <div className={styles.barInner}>
          <Brand name={name} tagline={tagline} />
          <nav aria-label={t('shell.navigation')} className={styles.topNavigation}>
            <ul>
              {destinations.map((destination) => (
                <li key={destination.to}>
                  <NavigationLink destination={destination} className={styles.topLink} />
                </li>
              ))}
            </ul>
          </nav>
          <div className={styles.controls}>
            {tools}
            <LanguageMenu />
            <SchemeSwitch />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <PrintHead name={name} />
        <OfflineNotice />
        {children}
      </main>
      {footer === undefined ? null : (
        <footer className={`${styles.footer ?? ''} no-print`}>
          <div className={styles.footerInner}>{footer}</div>
        </footer>
      )}
    </div>
  );
};
