import { useLanguage } from '@nmirf/ui/language/use-language';
import { PublicShell } from '@nmirf/ui/shell/public-shell';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The frame of the hub's public pages. */
export const HubShell = ({ children = <Outlet /> }: { readonly children?: ReactNode }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <PublicShell
      name={t('network.name')}
      tagline={t('network.tagline')}
      destinations={[
        { to: '/$lang/practices', label: t('navigation.practices') },
        { to: '/$lang/members', label: t('navigation.members') },
        { to: '/$lang/resources', label: t('resources.title') },
        { to: '/$lang/statistics', label: t('statistics.short') },
        { to: '/$lang/log', label: t('navigation.log') },
        { to: '/$lang/about', label: t('navigation.about') },
      ]}
      footer={
        <>
          <p>{t('footer.licence')}</p>
          <a href="/api/docs">{t('footer.api')}</a>
          <Link to="/$lang/desk" params={{ lang }} rel="nofollow">
            {t('navigation.signIn')}
          </Link>
        </>
      }
    >
      {children}
    </PublicShell>
  );
};
