import type { Language } from '@nmirf/contracts/languages/language';
import { formatsOf, type Formats } from '@nmirf/languages/formats';
import { isLanguage } from '@nmirf/languages/languages';
import { useTranslation } from 'react-i18next';

/** The language on screen. */
export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
};

/** How the language on screen writes numbers, dates and names. */
export const useFormats = (): Formats => formatsOf(useLanguage());
