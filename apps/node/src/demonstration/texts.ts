import type { Language } from '@nmirf/contracts/languages/language';

type Text = { readonly language: Language; readonly text: string };

/** A text in Arabic and French. */
export const arFr = (ar: string, fr: string): Text[] => [
  { language: 'fr', text: fr },
  { language: 'ar', text: ar },
];
/** A text in Portuguese and English. */
export const ptEn = (pt: string, en: string): Text[] => [
  { language: 'pt', text: pt },
  { language: 'en', text: en },
];
/** A text in Spanish and English. */
export const esEn = (es: string, en: string): Text[] => [
  { language: 'es', text: es },
  { language: 'en', text: en },
];
