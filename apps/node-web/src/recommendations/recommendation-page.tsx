import { readRecommendation } from '@nmirf/api-client/recommendations';
import type { RecommendationView } from '@nmirf/contracts/recommendations/recommendation';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { DocumentSymbol, Facts } from '@nmirf/ui/page/facts';
import { Card, Columns, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { StatusTag, Tags } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { positionTones } from './position-tones.js';
import styles from './recommendations.module.css';
import { useRecommendationWords } from './use-recommendation-words.js';

const SourceCard = ({ found }: { readonly found: RecommendationView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useRecommendationWords()(found);
  return (
    <Card title={t('recommendations.source')}>
      <Facts
        facts={[
          { term: t('recommendations.document'), value: <DocumentSymbol>{found.documentSymbol}</DocumentSymbol> },
          { term: t('recommendations.body'), value: words.body },
          { term: t('practice.country'), value: formats.country(found.country) },
          { term: t('recommendations.cycle'), value: found.cycle === undefined ? undefined : formats.number(found.cycle) },
          { term: t('recommendations.session'), value: found.session === undefined ? undefined : formats.number(found.session) },
          { term: t('recommendations.year'), value: found.year },
          { term: t('recommendations.by'), value: formats.list(words.states) },
          { term: t('recommendations.positionSource'), value: found.positionSource },
        ]}
      />
    </Card>
  );
};

const tagged = (label: string, items: readonly string[]) => (items.length === 0 ? undefined : <Tags label={label} items={items} />);

const Recommendation = ({ found }: { readonly found: RecommendationView }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const words = useRecommendationWords()(found);
  return (
    <>
      <PageHeader
        title={t('recommendations.paragraphOf', { paragraph: found.paragraph })}
        above={
          <Link to="/$lang/recommendations" params={{ lang }}>
            {t('recommendations.back')}
          </Link>
        }
      />
      <Columns aside={<SourceCard found={found} />}>
        <Stack>
          <p lang="en" dir="auto" className={styles.whole}>
            {found.text}
          </p>
          <div>
            <StatusTag tone={positionTones[found.position]} label={t(`position.${found.position}`)} />
          </div>
          <Facts
            facts={[
              { term: t('recommendations.themes'), value: tagged(t('recommendations.themes'), words.themes) },
              { term: t('recommendations.persons'), value: tagged(t('recommendations.persons'), words.persons) },
            ]}
          />
        </Stack>
      </Columns>
    </>
  );
};

/** One recommendation as it was imported, with where it stands in the United Nations' documents. */
export const RecommendationPage = () => {
  const api = useApi();
  const lang = useLanguage();
  const { id } = useParams({ from: '/$lang/desk/recommendations/$id' });
  const recommendation = useQuery({
    queryKey: ['recommendation', id, lang],
    queryFn: ({ signal }) => readRecommendation(api, id, signal),
  });
  return (
    <Page>
      <Loaded isPage query={recommendation} loading={<LoadingRows rows={2} height={200} />}>
        {(found) => <Recommendation found={found} />}
      </Loaded>
    </Page>
  );
};
