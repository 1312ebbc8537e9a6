import { ResourcesView } from '@nmirf/ui/resources/resources-view';
import { useNavigate, useSearch } from '@tanstack/react-router';

/** What mechanisms share: guides, templates, texts. */
export const ResourcesPage = () => {
  const search = useSearch({ from: '/$lang/public/resources' });
  const navigate = useNavigate({ from: '/$lang/resources' });
  return <ResourcesView search={search} onSearch={(changed) => void navigate({ search: () => changed })} to="/$lang/resources/$id" />;
};
