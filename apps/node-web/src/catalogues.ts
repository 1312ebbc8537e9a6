import type { Language } from '@nmirf/contracts/languages/language';
import type { CatalogueLoader, Texts } from '@nmirf/ui/language/texts';

export const areas = ['node', 'gate', 'desk', 'common', 'vocabulary'] as const;

interface Bundle {
  readonly default: Texts;
}

type Bring = () => Promise<readonly [Bundle, Bundle, Bundle, Bundle, Bundle]>;

/** A chunk of texts for each language, so that a reader brings one language only. */
const bring: Readonly<Record<Language, Bring>> = {
  ar: () =>
    Promise.all([
      import('@nmirf/languages/ar/node.json'),
      import('@nmirf/languages/ar/gate.json'),
      import('@nmirf/languages/ar/desk.json'),
      import('@nmirf/languages/ar/common.json'),
      import('@nmirf/languages/ar/vocabulary.json'),
    ]),
  en: () =>
    Promise.all([
      import('@nmirf/languages/en/node.json'),
      import('@nmirf/languages/en/gate.json'),
      import('@nmirf/languages/en/desk.json'),
      import('@nmirf/languages/en/common.json'),
      import('@nmirf/languages/en/vocabulary.json'),
    ]),
  fr: () =>
    Promise.all([
      import('@nmirf/languages/fr/node.json'),
      import('@nmirf/languages/fr/gate.json'),
      import('@nmirf/languages/fr/desk.json'),
      import('@nmirf/languages/fr/common.json'),
      import('@nmirf/languages/fr/vocabulary.json'),
    ]),
  es: () =>
    Promise.all([
      import('@nmirf/languages/es/node.json'),
      import('@nmirf/languages/es/gate.json'),
      import('@nmirf/languages/es/desk.json'),
      import('@nmirf/languages/es/common.json'),
      import('@nmirf/languages/es/vocabulary.json'),
    ]),
  pt: () =>
    Promise.all([
      import('@nmirf/languages/pt/node.json'),
      import('@nmirf/languages/pt/gate.json'),
      import('@nmirf/languages/pt/desk.json'),
      import('@nmirf/languages/pt/common.json'),
      import('@nmirf/languages/pt/vocabulary.json'),
    ]),
};

export const loadCatalogues: CatalogueLoader = async (language) => {
  const [node, gate, desk, common, vocabulary] = await bring[language]();
  return { node: node.default, gate: gate.default, desk: desk.default, common: common.default, vocabulary: vocabulary.default };
};
