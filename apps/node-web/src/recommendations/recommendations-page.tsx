import { listRecommendations, type RecommendationsPage as Recommendations } from '@nmirf/api-client/recommendations';
import { useApi } from '@nmirf/ui/app/api-context';
import { SearchForm } from '@nmirf/ui/form/search-form';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { DocumentSymbol } from '@nmirf/ui/page/facts';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag, Tags } from '@nmirf/ui/page/status-tag';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { positionTones } from './position-tones.js';
import { RecommendationsExport } from './recommendations-export.js';
import styles from './recommendations.module.css';
import { useRecommendationWords } from './use-recommendation-words.js';

type Item = Recommendations['items'][number];

const Row = ({ item }: { readonly item: Item }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const lang = useLanguage();
  const words = useRecommendationWords()(item);
  return (
    <tr>
      <th scope="row">
        <Link to="/$lang/recommendations/$id" params={{ lang, id: item.id }}>
          <DocumentSymbol>{item.paragraph}</DocumentSymbol>
        </Link>
        <span className={styles.source}>
          <DocumentSymbol>{item.documentSymbol}</DocumentSymbol>
          <br />
          {words.body} {item.year}
        </span>
      </th>
      <td>
        <p lang="en" dir="auto" className={styles.text}>
          {item.text}
        </p>
        <p className={styles.by}>{formats.list(words.states)}</p>
        <Tags label={t('recommendations.themes')} items={words.themes} />
      </td>
      <td>
        <StatusTag tone={positionTones[item.position]} label={t(`position.${item.position}`)} />
      </td>
    </tr>
  );
};

const Table = ({ items }: { readonly items: readonly Item[] }) => {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <caption>{t('recommendations.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('recommendations.paragraph')}</th>
          <th scope="col">{t('recommendations.recommendation')}</th>
          <th scope="col">{t('recommendations.position')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
};

/** What was imported from the United Nations' documents; read only. */
export const RecommendationsPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const search = useSearch({ from: '/$lang/desk/recommendations' });
  const navigate = useNavigate({ from: '/$lang/recommendations' });
  const recommendations = useQuery({
    queryKey: ['recommendations', search, lang],
    queryFn: ({ signal }) => listRecommendations(api, search, signal),
    placeholderData: keepPreviousData,
  });
  const total = recommendations.data?.total;
  return (
    <Page>
      <PageHeader
        title={t('recommendations.title')}
        lead={t('recommendations.lead')}
        actions={<RecommendationsExport words={search.q} />}
      />
      <Stack>
        <SearchForm
          label={t('recommendations.search')}
          words={search.q}
          onSearch={(q) => void navigate({ search: q === undefined ? {} : { q } })}
        />
        <p role="status" className={styles.total}>
          {total === undefined ? '' : t('recommendations.found', { count: total })}
        </p>
        <Loaded query={recommendations}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={search.q === undefined ? t('recommendations.none') : t('recommendations.noneFound')}>
                <p>{search.q === undefined ? t('recommendations.noneHint') : t('recommendations.noneFoundHint')}</p>
              </EmptyState>
            ) : (
              <>
                <Table items={items} />
                <PageLinks after={search.after} next={next} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
};
