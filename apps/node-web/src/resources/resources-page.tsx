import { ResourcesView } from '@nmirf/ui/resources/resources-view';
import { useNavigate, useSearch } from '@tanstack/react-router';

/** The network's resources as this node has verified them, with the files it holds: they are here while the hub is away. */
export const ResourcesPage = () => {
  const search = useSearch({ from: '/$lang/desk/resources' });
  const navigate = useNavigate({ from: '/$lang/resources' });
  return <ResourcesView search={search} onSearch={(changed) => void navigate({ search: () => changed })} to="/$lang/resources/$id" />;
};
