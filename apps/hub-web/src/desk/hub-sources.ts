import { useApi } from '@nmirf/ui/app/api-context';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { librarySource, membersSource } from '@nmirf/ui/palette/network-sources';
import type { PaletteSource } from '@nmirf/ui/palette/palette-source';
import { useTranslation } from 'react-i18next';

/** The records an officer of the secretariat looks for: members and published practices. */
export const useHubSources = (): readonly PaletteSource[] => {
  const { t } = useTranslation();
  const [api, lang] = [useApi(), useLanguage()];
  return [
    membersSource(api, lang, t('palette.members'), ({ id }) => ({ to: '/$lang/members/$id', params: { id } })),
    librarySource(api, lang, t('library.title'), '/$lang/practices/$id'),
  ];
};
