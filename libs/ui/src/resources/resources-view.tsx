import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { useLanguage } from '../language/use-language.js';
import { Chosen, FacetList, useFound } from '../library/library-facets.js';
import { LibrarySearchForm } from '../library/library-search.js';
import library from '../library/library.module.css';
import { Page, PageHeader } from '../page/page.js';
import { PageLinks } from '../page/pages-links.js';
import { EmptyState, Loaded, LoadingRows } from '../page/states.js';
import { useResourceFacets } from './resource-facets.js';
import { ResourcesExport } from './resources-export.js';
import { ResourcesList } from './resources-list.js';
import { isNarrowed, resourceFacetsQuery, resourcesPageQuery, type ResourcesSearch } from './resources-queries.js';

interface ResourcesViewProperties {
  readonly search: ResourcesSearch;
  readonly onSearch: (search: ResourcesSearch) => void;
  /** The route of one resource, with `$lang` and `$id`. */
  readonly to: string;
  readonly actions?: ReactNode;
}

/** The shared resources of the network: words, facets, list with the files. The same at the hub and at every node. */
export const ResourcesView = ({ search, onSearch, to, actions }: ResourcesViewProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const language = useLanguage();
  const telling = useResourceFacets();
  const resources = useQuery(resourcesPageQuery(api, language, search));
  const facets = useQuery(resourceFacetsQuery(api, language, search));
  const found = useFound('resources', facets.data);
  return (
    <Page>
      <PageHeader
        title={t('resources.title')}
        lead={t('resources.lead')}
        actions={
          <>
            <ResourcesExport search={search} to={to} />
            {actions}
          </>
        }
      />
      <LibrarySearchForm label={t('resources.searchForm')} filters={[...telling.order, 'source']} search={search} onChange={onSearch} />
      <div className={library.browse}>
        {facets.data === undefined ? <div /> : <FacetList telling={telling} counted={facets.data} search={search} />}
        <div>
          <Chosen telling={telling} search={search} />
          <div aria-busy={resources.isFetching}>
            <p className={library.total} role="status">
              {found}
            </p>
            <Loaded query={resources} loading={<LoadingRows height={132} />}>
              {({ items, next }) =>
                items.length === 0 ? (
                  <EmptyState title={isNarrowed(search) ? t('resources.noneFound') : t('resources.none')}>
                    <p>{isNarrowed(search) ? t('resources.noneFoundHint') : t('resources.noneHint')}</p>
                  </EmptyState>
                ) : (
                  <>
                    <ResourcesList items={items} to={to} />
                    <PageLinks after={search.after} next={next} />
                  </>
                )
              }
            </Loaded>
          </div>
        </div>
      </div>
    </Page>
  );
};
