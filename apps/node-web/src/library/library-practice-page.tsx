import { PracticeView } from '@nmirf/ui/library/practice-view';
import { useParams } from '@tanstack/react-router';

export const LibraryPracticePage = () => <PracticeView id={useParams({ from: '/$lang/desk/library/$id' }).id} library="/$lang/library" />;
