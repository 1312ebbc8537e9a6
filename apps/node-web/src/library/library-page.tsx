import { LibraryView } from '@nmirf/ui/library/library-view';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The network's library as this node has verified it: it is read from here, so it works while the hub is away. */
export const LibraryPage = () => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/$lang/desk/library' });
  const navigate = useNavigate({ from: '/$lang/library' });
  return (
    <LibraryView
      title={t('library.title')}
      lead={t('library.lead')}
      search={search}
      onSearch={(changed) => void navigate({ search: () => changed })}
      to="/$lang/library/$id"
    />
  );
};
