import { Palette } from '@nmirf/ui/palette/palette';
import { pagesOf } from '@nmirf/ui/palette/palette-source';
import { useTranslation } from 'react-i18next';
import { useHubSources } from './hub-sources.js';

interface HubPaletteProperties {
  readonly destinations: readonly { readonly to: string; readonly label: string }[];
  readonly onClose: () => void;
}

/** The palette of the public pages: every one of them, the way in, and everything that is published. */
export const HubPalette = ({ destinations, onClose }: HubPaletteProperties) => {
  const { t } = useTranslation();
  const others = [
    { to: '/$lang', label: t('network.name') },
    { to: '/$lang/desk', label: t('navigation.signIn') },
  ];
  return <Palette pages={pagesOf([...destinations, ...others])} sources={useHubSources()} onClose={onClose} />;
};
