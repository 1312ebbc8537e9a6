import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { Card, Hint } from '../page/page.js';
import styles from './library.module.css';

/** Every version there was and where it stands in the log; nothing for a practice that never changed. */
export const PracticeVersions = ({ versions }: Pick<LibraryPractice, 'versions'>) => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (versions.length < 2) return null;
  return (
    <Card title={t('practice.versions')}>
      <ol className={styles.versions} reversed>
        {versions.map(({ version, position, receivedAt }) => (
          <li key={position}>
            <strong>{t('practice.version', { version: formats.number(version) })}</strong>{' '}
            <time dateTime={receivedAt}>{formats.date(receivedAt)}</time>{' '}
            <span className={styles.quiet}>{t('practice.versionAt', { position: formats.number(position) })}</span>
          </li>
        ))}
      </ol>
      <Hint>{t('practice.versionsLead')}</Hint>
    </Card>
  );
};
