import { useTranslation } from 'react-i18next';
import { useShortcutHelp } from './shortcuts.js';
import styles from './shortcuts.module.css';

/** Stands among links, for whoever does not know that there are shortcuts. */
export const HelpLink = () => {
  const { t } = useTranslation();
  return (
    <button type="button" className={`${styles.helpLink ?? ''} needs-script`} aria-haspopup="dialog" onClick={useShortcutHelp()}>
      {t('shortcuts.title')}
    </button>
  );
};
