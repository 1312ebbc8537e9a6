import type { Language } from '@nmirf/contracts/languages/language';
import type { CatalogueLoader, Texts } from '@nmirf/ui/language/texts';

export const areas = ['hub', 'secretariat', 'desk', 'common', 'vocabulary'] as const;

interface Bundle {
  readonly default: Texts;
}

type Bring<Bundles extends readonly Bundle[]> = Readonly<Record<Language, () => Promise<Bundles>>>;

/** What every desk shares; the palette and the list of shortcuts speak with it on public pages too. */
const bringTools: Bring<readonly [Bundle]> = {
  ar: () => Promise.all([import('@nmirf/languages/ar/desk.json')]),
  en: () => Promise.all([import('@nmirf/languages/en/desk.json')]),
  fr: () => Promise.all([import('@nmirf/languages/fr/desk.json')]),
  es: () => Promise.all([import('@nmirf/languages/es/desk.json')]),
  pt: () => Promise.all([import('@nmirf/languages/pt/desk.json')]),
};

/** The secretariat's own texts, which no reader of the public pages brings. */
const bringSecretariat: Bring<readonly [Bundle]> = {
  ar: () => Promise.all([import('@nmirf/languages/ar/secretariat.json')]),
  en: () => Promise.all([import('@nmirf/languages/en/secretariat.json')]),
  fr: () => Promise.all([import('@nmirf/languages/fr/secretariat.json')]),
  es: () => Promise.all([import('@nmirf/languages/es/secretariat.json')]),
  pt: () => Promise.all([import('@nmirf/languages/pt/secretariat.json')]),
};

/** A chunk of texts for each language, so that a reader brings one language only. */
const bring: Bring<readonly [Bundle, Bundle, Bundle]> = {
  ar: () =>
    Promise.all([
      import('@nmirf/languages/ar/hub.json'),
      import('@nmirf/languages/ar/common.json'),
      import('@nmirf/languages/ar/vocabulary.json'),
    ]),
  en: () =>
    Promise.all([
      import('@nmirf/languages/en/hub.json'),
      import('@nmirf/languages/en/common.json'),
      import('@nmirf/languages/en/vocabulary.json'),
    ]),
  fr: () =>
    Promise.all([
      import('@nmirf/languages/fr/hub.json'),
      import('@nmirf/languages/fr/common.json'),
      import('@nmirf/languages/fr/vocabulary.json'),
    ]),
  es: () =>
    Promise.all([
      import('@nmirf/languages/es/hub.json'),
      import('@nmirf/languages/es/common.json'),
      import('@nmirf/languages/es/vocabulary.json'),
    ]),
  pt: () =>
    Promise.all([
      import('@nmirf/languages/pt/hub.json'),
      import('@nmirf/languages/pt/common.json'),
      import('@nmirf/languages/pt/vocabulary.json'),
    ]),
};

export const loadCatalogues: CatalogueLoader = async (language) => {
  const [own, common, vocabulary] = await bring[language]();
  return { hub: own.default, common: common.default, vocabulary: vocabulary.default };
};

export const loadToolTexts: CatalogueLoader = async (language) => {
  const [desk] = await bringTools[language]();
  return { desk: desk.default };
};

/** All of it at the desk, where the secretariat's texts must be there before the language turns. */
export const loadDeskCatalogues: CatalogueLoader = async (language) => {
  const [shared, tools, [secretariat]] = await Promise.all([
    loadCatalogues(language),
    loadToolTexts(language),
    bringSecretariat[language](),
  ]);
  return { ...shared, ...tools, secretariat: secretariat.default };
};
