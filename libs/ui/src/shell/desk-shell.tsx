import { ActionIcon } from '@mantine/core';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PaletteButton, type DrawPalette } from '../palette/palette-button.js';
import { pagesOf, type PaletteSource } from '../palette/palette-source.js';
import { Shortcuts } from '../shortcuts/shortcuts.js';
import { LanguageMenu, SchemeSwitch } from './bar-controls.js';
import { Brand } from './brand.js';
import { OfflineNotice } from './offline-notice.js';
import { GoToKeys } from './go-to-keys.js';
import { NavigationGroups, type DestinationGroup } from './navigation.js';
import { PrintHead } from './print-head.js';
import styles from './shell.module.css';

interface DeskShellProperties {
  readonly name: string;
  readonly tagline: string;
  readonly groups: readonly DestinationGroup[];
  /** Who is signed in and how to leave. */
  readonly account?: ReactNode;
  /** Kinds of records the palette looks in, beside the pages. */
  readonly sources: readonly PaletteSource[];
  /** Shown above every page, for instance that the hub cannot be reached. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** The drawer of narrow screens: the browser's own dialog, which keeps the focus inside and closes on Escape. */
const Drawer = ({ groups }: { readonly groups: readonly DestinationGroup[] }) => {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <ActionIcon
        variant="subtle"
        size={40}
        className={`${styles.icon ?? ''} ${styles.burger ?? ''}`}
        aria-label={t('shell.openMenu')}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <IconMenu2 size={22} aria-hidden />
      </ActionIcon>
      <dialog
        ref={dialog}
        className={styles.drawer}
        aria-label={t('shell.navigation')}
        onClick={(event) => {
          if (event.target === event.currentTarget) close();
        }}
      >
        <div className={styles.drawerInner}>
          <ActionIcon variant="subtle" size={40} className={styles.icon} aria-label={t('shell.closeMenu')} onClick={close}>
            <IconX size={22} aria-hidden />
          </ActionIcon>
          <NavigationGroups label={t('shell.navigation')} groups={groups} onFollow={close} />
        </div>
      </dialog>
    </>
  );
};

/** The frame of signed-in pages: a top bar and a sidebar, which becomes a drawer on narrow screens. */
export const DeskShell = ({ name, tagline, groups, sources, account, notice, children }: DeskShellProperties) => {
  const { t } = useTranslation();
  const destinations = groups.flatMap((group) => group.destinations);
  const bringPalette = async (): Promise<DrawPalette> => {
    const { Palette } = await import('../palette/palette.js');
    return (close) => <Palette pages={pagesOf(destinations)} sources={sources} onClose={close} />;
  };
  return (
    <Shortcuts>
      <GoToKeys destinations={destinations} />
      <div className={styles.desk}>
        <a className={`${styles.skip ?? ''} no-print`} href="#main">
          {t('shell.skip')}
        </a>
        <header className={`${styles.bar ?? ''} no-print`}>
          <div className={styles.deskBar}>
            <Drawer groups={groups} />
            <Brand name={name} tagline={tagline} />
            <div className={styles.controls}>
              <PaletteButton bring={bringPalette} />
              <LanguageMenu />
              <SchemeSwitch />
              {account}
            </div>
          </div>
        </header>
        <div className={`${styles.side ?? ''} no-print`}>
          <NavigationGroups label={t('shell.navigation')} groups={groups} />
        </div>
        <main id="main" tabIndex={-1}>
          <PrintHead name={name} />
          <OfflineNotice />
          {notice}
          {children}
        </main>
      </div>
    </Shortcuts>
  );
};
