import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../shortcuts/shortcuts.js';
import type { Found, PaletteSource } from './palette-source.js';

const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));

interface PaletteButtonProperties {
  readonly className: string | undefined;
  readonly pages: readonly Found[];
  readonly sources: readonly PaletteSource[];
}

/** Opens the palette by a click or by Ctrl K; its code comes with the first opening. */
export const PaletteButton = ({ className, pages, sources }: PaletteButtonProperties) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const show = (): void => {
    setOpen(true);
  };
  useShortcut({ keys: 'mod+k', label: t('palette.title'), action: show });
  return (
    <>
      <ActionIcon
        variant="subtle"
        size={40}
        className={className ?? ''}
        aria-label={t('palette.title')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={t('palette.title')}
        onClick={show}
      >
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      {open ? (
        <Suspense>
          <Palette
            pages={pages}
            sources={sources}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
};
