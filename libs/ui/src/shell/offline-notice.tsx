import { useTranslation } from 'react-i18next';
import { useOnline } from '../app/use-online.js';
import { Banner } from '../page/banner.js';

/** Says above the page that this device has no network; what was typed stays. */
export const OfflineNotice = () => {
  const { t } = useTranslation();
  return useOnline() ? null : <Banner tone="warning">{t('shell.offline')}</Banner>;
};
