import type { ApiClient } from '@nmirf/api-client/client';
import { listOwnPractices } from '@nmirf/api-client/practices';
import { listRecommendations } from '@nmirf/api-client/recommendations';
import { useApi } from '@nmirf/ui/app/api-context';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { librarySource, membersSource, resourcesSource } from '@nmirf/ui/palette/network-sources';
import { FEW, type PaletteSource } from '@nmirf/ui/palette/palette-source';
import { IconChecklist, IconPencil } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const ownPractices = (api: ApiClient, t: TFunction): PaletteSource => ({
  id: 'practices',
  label: t('practices.title'),
  icon: IconPencil,
  find: async (words, signal) => {
    const { items } = await listOwnPractices(api, { q: words, limit: FEW }, signal);
    return items.map(({ id, title, titleLanguage, state }) => ({
      ...{ key: `practice-${id}`, label: title, lang: titleLanguage, note: t(`practiceState.${state}`) },
      ...{ to: '/$lang/practices/$id', params: { id } },
    }));
  },
});

const recommendations = (api: ApiClient, t: TFunction): PaletteSource => ({
  id: 'recommendations',
  label: t('recommendations.title'),
  icon: IconChecklist,
  find: async (words, signal) => {
    const { items } = await listRecommendations(api, { q: words, limit: FEW }, signal);
    return items.map(({ id, text, documentSymbol, paragraph }) => ({
      ...{ key: `recommendation-${id}`, label: text, lang: 'en', note: `${documentSymbol}, ${paragraph}` },
      ...{ to: '/$lang/recommendations/$id', params: { id } },
    }));
  },
});

/** The records somebody at a node looks for, as far as they may read them. */
export const useNodeSources = (may: (permission: string) => boolean): readonly PaletteSource[] => {
  const { t } = useTranslation();
  const [api, lang] = [useApi(), useLanguage()];
  return [
    ...(may('practice:read') ? [ownPractices(api, t)] : []),
    ...(may('recommendation:read') ? [recommendations(api, t)] : []),
    librarySource(api, lang, t('navigation.library'), '/$lang/library/$id'),
    resourcesSource(api, lang, t('resources.title'), '/$lang/resources/$id'),
    membersSource(api, lang, t('palette.members'), ({ mechanism: { country } }) => ({ to: '/$lang/library', search: { country } })),
  ];
};
