import { bringTexts } from '@nmirf/ui/language/texts';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { PaletteButton, type DrawPalette } from '@nmirf/ui/palette/palette-button';
import { GoToKeys } from '@nmirf/ui/shell/go-to-keys';
import { PublicShell } from '@nmirf/ui/shell/public-shell';
import { HelpLink } from '@nmirf/ui/shortcuts/help-link';
import { Shortcuts } from '@nmirf/ui/shortcuts/shortcuts';
import { Link, Outlet } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue, tools } from './catalogues.js';

/** The frame of the hub's public pages. */
export const HubShell = ({ children = <Outlet /> }: { readonly children?: ReactNode }) => {
  const { t, i18n } = useTranslation();
  const lang = useLanguage();
  const prepare = useCallback(() => bringTexts(i18n, lang, { areas: tools, catalogue }), [i18n, lang]);
  const destinations = [
    { to: '/$lang/practices', letter: 'p', label: t('navigation.practices') },
    { to: '/$lang/members', letter: 'm', label: t('navigation.members') },
    { to: '/$lang/resources', letter: 'r', label: t('resources.title') },
    { to: '/$lang/statistics', letter: 's', label: t('statistics.short') },
    { to: '/$lang/log', letter: 'l', label: t('navigation.log') },
    { to: '/$lang/about', letter: 'a', label: t('navigation.about') },
  ];
  const palette = async (): Promise<DrawPalette> => {
    const [{ HubPalette }] = await Promise.all([import('./palette/hub-palette.js'), prepare()]);
    return (close) => <HubPalette destinations={destinations} onClose={close} />;
  };
  return (
    <Shortcuts prepare={prepare}>
      <GoToKeys destinations={[{ to: '/$lang', letter: 'h', label: t('network.name') }, ...destinations]} />
      <PublicShell
        name={t('network.name')}
        tagline={t('network.tagline')}
        destinations={destinations}
        tools={<PaletteButton bring={palette} />}
        footer={
          <>
            <p>{t('footer.licence')}</p>
            <HelpLink />
            <a href="/api/docs">{t('footer.api')}</a>
            <Link to="/$lang/desk" params={{ lang }} rel="nofollow">
              {t('navigation.signIn')}
            </Link>
          </>
        }
      >
        {children}
      </PublicShell>
    </Shortcuts>
  );
};
