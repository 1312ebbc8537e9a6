import { LibraryView } from '@nmirf/ui/library/library-view';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The practice library: what mechanisms have published. */
export const LibraryPage = () => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/$lang/public/practices' });
  const navigate = useNavigate({ from: '/$lang/practices' });
  return (
    <LibraryView
      title={t('library.title')}
      lead={t('library.lead')}
      search={search}
      onSearch={(changed) => void navigate({ search: () => changed })}
      to="/$lang/practices/$id"
    />
  );
};
