import { termKey, type TermKind } from '@nmirf/languages/terms';
import { useTranslation } from 'react-i18next';

/** What themes, groups of persons and bodies are called in the language on screen; words of somebody's own stay as they are. */
export const useTerms = (): ((kind: TermKind, label: string) => string) => {
  const { t } = useTranslation();
  return (kind, label) => t(termKey(kind, label), { defaultValue: label });
};
