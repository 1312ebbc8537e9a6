import type { Language } from '@nmirf/contracts/languages/language';
import { useTranslation } from 'react-i18next';
import { useFormats } from './use-language.js';

interface PrintedLanguagesProperties {
  readonly chosen: Language;
  readonly written: readonly Language[];
}

/** Tells whoever holds the printed page which of its languages it shows, and that there are others. */
export const PrintedLanguages = ({ chosen, written }: PrintedLanguagesProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const others = written.filter((language) => language !== chosen).map((language) => formats.languageName(language));
  if (others.length === 0) return null;
  return <p className="print-only">{t('practice.printedIn', { language: formats.languageName(chosen), others: formats.list(others) })}</p>;
};
