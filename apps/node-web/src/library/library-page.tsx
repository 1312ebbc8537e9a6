import { listPractices } from '@nmirf/api-client/library';
import { useApi } from '@nmirf/ui/app/api-context';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { LibraryResults } from '@nmirf/ui/library/library-results';
import { LibrarySearch } from '@nmirf/ui/library/library-search';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The network's library as this node has verified it: it is read from here, so it works while the hub is away. */
export const LibraryPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const { after, ...filters } = useSearch({ from: '/$lang/desk/library' });
  const navigate = useNavigate({ from: '/$lang/library' });
  const query = { ...filters, after };
  const practices = useQuery({
    queryKey: ['library', query, lang],
    queryFn: ({ signal }) => listPractices(api, query, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page>
      <PageHeader title={t('library.title')} lead={t('library.lead')} />
      <Stack>
        <LibrarySearch filters={filters} onChange={(changed) => void navigate({ search: () => changed })} />
        <LibraryResults query={practices} filtered={Object.keys(filters).length > 0} after={after} to="/$lang/library/$id" />
      </Stack>
    </Page>
  );
};
