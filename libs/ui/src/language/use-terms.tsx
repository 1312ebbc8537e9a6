import { termKey, termLabels, type TermKind } from '@nmirf/languages/terms';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from './use-language.js';

/** What themes, groups of persons and bodies are called in the language on screen; words of somebody's own stay as they are. */
export const useTerms = (): ((kind: TermKind, label: string) => string) => {
  const { t } = useTranslation();
  return (kind, label) => t(termKey(kind, label), { defaultValue: label });
};

/** Every term of a kind by its name in the language on screen, in that language's order; `value` is the English label a record holds. */
export const useTermChoices = (kind: TermKind): readonly { readonly value: string; readonly label: string }[] => {
  const name = useTerms();
  const formats = useFormats();
  const english = useQuery({
    queryKey: ['terms'],
    queryFn: async () => (await import('@nmirf/languages/en/vocabulary.json')).default.term,
    staleTime: Infinity,
  });
  if (english.data === undefined) return [];
  return termLabels(kind, english.data[kind])
    .map((value) => ({ value, label: name(kind, value) }))
    .sort((a, b) => formats.compare(a.label, b.label));
};
