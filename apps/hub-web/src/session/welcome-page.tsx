import { ChoosePasswordCard } from '@nmirf/ui/account/choose-password-card';
import { useTranslation } from 'react-i18next';

export const WelcomePage = () => {
  const { t } = useTranslation();
  return <ChoosePasswordCard tagline={t('desk.tagline')} />;
};
