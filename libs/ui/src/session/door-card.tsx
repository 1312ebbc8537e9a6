import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../page/page.js';
import { PublicShell } from '../shell/public-shell.js';
import styles from './sign-in.module.css';

interface DoorCardProperties {
  /** Says which server this is. */
  readonly tagline: string;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The frame of what stands before the desk: one short form. */
export const DoorCard = ({ tagline, title, lead, children }: DoorCardProperties) => {
  const { t } = useTranslation();
  return (
    <PublicShell name={t('network.name')} tagline={tagline} destinations={[]}>
      <div className={styles.page}>
        <div className={styles.card}>
          <PageHeader title={title} lead={lead} />
          {children}
        </div>
      </div>
    </PublicShell>
  );
};
