import type { Language } from '@nmirf/contracts/languages/language';
import type { CatalogueLoader, Texts } from '@nmirf/ui/language/texts';

export const areas = ['node', 'common'] as const;

type Bring = () => Promise<readonly [{ readonly default: Texts }, { readonly default: Texts }]>;

/** A chunk of texts for each language, so that a reader brings one language only. */
const bring: Readonly<Record<Language, Bring>> = {
  ar: () => Promise.all([import('@nmirf/languages/ar/node.json'), import('@nmirf/languages/ar/common.json')]),
  en: () => Promise.all([import('@nmirf/languages/en/node.json'), import('@nmirf/languages/en/common.json')]),
  fr: () => Promise.all([import('@nmirf/languages/fr/node.json'), import('@nmirf/languages/fr/common.json')]),
  es: () => Promise.all([import('@nmirf/languages/es/node.json'), import('@nmirf/languages/es/common.json')]),
  pt: () => Promise.all([import('@nmirf/languages/pt/node.json'), import('@nmirf/languages/pt/common.json')]),
};

export const loadCatalogues: CatalogueLoader = async (language) => {
  const [own, common] = await bring[language]();
  return { node: own.default, common: common.default };
};
