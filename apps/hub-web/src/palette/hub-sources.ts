import { useApi } from '@nmirf/ui/app/api-context';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { librarySource, membersSource, resourcesSource } from '@nmirf/ui/palette/network-sources';
import type { PaletteSource } from '@nmirf/ui/palette/palette-source';
import { useTranslation } from 'react-i18next';

/** The records people look for at the hub: members, published practices and shared resources. */
export const useHubSources = (): readonly PaletteSource[] => {
  const { t } = useTranslation();
  const [api, lang] = [useApi(), useLanguage()];
  return [
    membersSource(api, lang, t('palette.members'), ({ id }) => ({ to: '/$lang/members/$id', params: { id } })),
    librarySource(api, lang, t('library.title'), '/$lang/practices/$id'),
    resourcesSource(api, lang, t('resources.title'), '/$lang/resources/$id'),
  ];
};
