import { ResourceView } from '@nmirf/ui/resources/resource-view';
import { useParams } from '@tanstack/react-router';

export const ResourcePage = () => <ResourceView id={useParams({ from: '/$lang/public/resources/$id' }).id} list="/$lang/resources" />;
