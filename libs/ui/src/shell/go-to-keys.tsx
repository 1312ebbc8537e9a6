import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language.js';
import { useShortcut } from '../shortcuts/shortcuts.js';
import type { Destination } from './navigation.js';

type Place = Pick<Destination, 'to' | 'label' | 'letter'>;

const GoTo = ({ destination: { to, label, letter } }: { readonly destination: Place }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const router = useRouter();
  const action = (): void => void router.navigate({ to, params: { lang } });
  useShortcut(letter === undefined ? undefined : { keys: `g ${letter}`, label: () => t('shortcuts.goTo', { page: label }), action });
  return null;
};

/** Two keys lead to each page that has a letter: `g`, then the letter. */
export const GoToKeys = ({ destinations }: { readonly destinations: readonly Place[] }) =>
  destinations.map((destination) => <GoTo key={destination.to} destination={destination} />);
