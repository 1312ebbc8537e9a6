import { listRecommendations, type RecommendationsPage } from '@nmirf/api-client/recommendations';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useTranslation } from 'react-i18next';
import { useRecommendationWords } from './use-recommendation-words.js';

type Item = RecommendationsPage['items'][number];

/** Every recommendation the words find, as a file. */
export const RecommendationsExport = ({ words }: { readonly words: string | undefined }) => {
  const { t } = useTranslation();
  const api = useApi();
  const wordsOf = useRecommendationWords();
  return (
    <ExportButton<Item>
      name="recommendations"
      page={(after) => listRecommendations(api, { q: words, after, limit: 100 })}
      columns={[
        { title: t('recommendations.document'), value: ({ documentSymbol }) => documentSymbol },
        { title: t('recommendations.paragraph'), value: ({ paragraph }) => paragraph },
        { title: t('recommendations.recommendation'), value: ({ text }) => text },
        { title: t('recommendations.body'), value: (found) => wordsOf(found).body },
        { title: t('recommendations.year'), value: ({ year }) => year },
        { title: t('recommendations.by'), value: (found) => wordsOf(found).states.join(' · ') },
        { title: t('recommendations.position'), value: ({ position }) => t(`position.${position}`) },
        { title: t('recommendations.themes'), value: (found) => wordsOf(found).themes.join(' · ') },
        { title: t('recommendations.persons'), value: (found) => wordsOf(found).persons.join(' · ') },
      ]}
    />
  );
};
