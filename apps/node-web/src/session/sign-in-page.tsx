import { SignInCard } from '@nmirf/ui/session/sign-in-card';
import { useTranslation } from 'react-i18next';

export const SignInPage = () => {
  const { t } = useTranslation();
  return <SignInCard home="" tagline={t('node.tagline')} lead={t('signIn.lead')} />;
};
