import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../shell/shell.module.css';
import { useShortcut } from '../shortcuts/shortcuts.js';

/** Draws the palette; `close` takes it away. */
export type DrawPalette = (close: () => void) => ReactNode;

interface PaletteButtonProperties {
  /** Brings the palette with its first opening: nobody else waits for its code and its texts. */
  readonly bring: () => Promise<DrawPalette>;
}

/** Opens the palette by a click or by Ctrl K. */
export const PaletteButton = ({ bring }: PaletteButtonProperties) => {
  const { t } = useTranslation();
  const [shown, setShown] = useState<{ readonly draw: DrawPalette }>();
  const show = (): void => {
    // Without a network it does not come; the page says that it is offline.
    bring().then(
      (draw) => {
        setShown({ draw });
      },
      () => undefined,
    );
  };
  useShortcut({ keys: 'mod+k', label: () => t('palette.title'), action: show });
  return (
    <>
      <ActionIcon
        variant="subtle"
        size={40}
        className={`${styles.icon ?? ''} needs-script`}
        aria-label={t('palette.title')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={t('palette.title')}
        onClick={show}
      >
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      {shown?.draw(() => {
        setShown(undefined);
      })}
    </>
  );
};
