import { PracticeView } from '@nmirf/ui/library/practice-view';
import { useMay } from '@nmirf/ui/session/me';
import { useParams } from '@tanstack/react-router';
import { TakedownButton } from './takedown-button.js';

export const LibraryPracticePage = () => {
  const { id } = useParams({ from: '/$lang/desk/library/$id' });
  const mayPropose = useMay('takedown:propose');
  return (
    <PracticeView
      id={id}
      library="/$lang/library"
      actions={mayPropose ? (practice) => <TakedownButton key={practice.id} subject={`practice:${practice.id}`} /> : undefined}
    />
  );
};
