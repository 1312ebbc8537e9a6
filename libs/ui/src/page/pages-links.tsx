import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './page.module.css';

interface PageLinksProperties {
  /** The cursor this page started at, and the one of the page that follows. */
  readonly after: string | undefined;
  readonly next: string | undefined;
}

/** To the next page, and back to the first: addresses, so that a page can be shared and the browser's own back button works. */
export const PageLinks = ({ after, next }: PageLinksProperties) => {
  const { t } = useTranslation();
  if (after === undefined && next === undefined) return null;
  return (
    <nav aria-label={t('pages.label')} className={`${styles.pages ?? ''} no-print`}>
      {after === undefined ? null : (
        <Link to="." search={(old: object) => ({ ...old, after: undefined })}>
          <IconArrowLeft size={18} className="flip" aria-hidden />
          {t('pages.first')}
        </Link>
      )}
      {next === undefined ? null : (
        <Link to="." search={(old: object) => ({ ...old, after: next })} className={styles.nextPage}>
          {t('pages.next')}
          <IconArrowRight size={18} className="flip" aria-hidden />
        </Link>
      )}
    </nav>
  );
};
