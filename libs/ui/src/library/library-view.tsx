import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { useLanguage } from '../language/use-language.js';
import { Page, PageHeader } from '../page/page.js';
import { LibraryExport } from './library-export.js';
import { Chosen, FacetList, useFound, usePracticeFacets } from './library-facets.js';
import { facetsQuery, isFiltered, practicesQuery, type LibrarySearch } from './library-queries.js';
import { LibraryResults } from './library-results.js';
import { LibrarySearchForm } from './library-search.js';
import styles from './library.module.css';

interface LibraryViewProperties {
  readonly title: string;
  readonly lead: string;
  readonly search: LibrarySearch;
  readonly onSearch: (search: LibrarySearch) => void;
  /** The route of one practice, with `$lang` and `$id`. */
  readonly to: string;
}

/** The library of the network: words, facets, list. The same at the hub and at every node. */
export const LibraryView = ({ title, lead, search, onSearch, to }: LibraryViewProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const language = useLanguage();
  const practices = useQuery(practicesQuery(api, language, search));
  const facets = useQuery(facetsQuery(api, language, search));
  const found = useFound('practices', facets.data);
  const telling = usePracticeFacets();
  return (
    <Page>
      <PageHeader title={title} lead={lead} actions={<LibraryExport search={search} to={to} />} />
      <LibrarySearchForm label={t('library.searchForm')} filters={[...telling.order, 'source']} search={search} onChange={onSearch} />
      <div className={facets.isError ? styles.alone : styles.browse}>
        {facets.data === undefined ? <div /> : <FacetList telling={telling} counted={facets.data} search={search} />}
        <div>
          <Chosen telling={telling} search={search} />
          <LibraryResults query={practices} found={found} filtered={isFiltered(search)} after={search.after} to={to} />
        </div>
      </div>
    </Page>
  );
};
