import { PracticeView } from '@nmirf/ui/library/practice-view';
import { useParams } from '@tanstack/react-router';

export const PracticePage = () => <PracticeView id={useParams({ from: '/$lang/public/practices/$id' }).id} library="/$lang/practices" />;
