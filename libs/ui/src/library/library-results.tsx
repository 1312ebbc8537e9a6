import type { LibraryPage } from '@nmirf/api-client/library';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageLinks } from '../page/pages-links.js';
import { EmptyState, Loaded, LoadingRows } from '../page/states.js';
import { LibraryList } from './library-list.js';
import styles from './library.module.css';

interface LibraryResultsProperties {
  readonly query: UseQueryResult<LibraryPage>;
  /** How many there are on all pages; empty until counted. */
  readonly found: string;
  readonly filtered: boolean;
  readonly after: string | undefined;
  readonly to: string;
}

/** The found practices in every state a reader can meet. The number found is announced when it changes. */
export const LibraryResults = ({ query, found, filtered, after, to }: LibraryResultsProperties) => {
  const { t } = useTranslation();
  return (
    <div aria-busy={query.isFetching}>
      <p className={styles.total} role="status">
        {found}
      </p>
      <Loaded query={query} loading={<LoadingRows height={132} />}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={filtered ? t('library.noneFound') : t('library.none')}>
              <p>{filtered ? t('library.noneFoundHint') : t('library.noneHint')}</p>
            </EmptyState>
          ) : (
            <>
              <LibraryList items={page.items} to={to} />
              <PageLinks after={after} next={page.next} />
            </>
          )
        }
      </Loaded>
    </div>
  );
};
