import type { Language } from '@nmirf/contracts/languages/language';
import type { ResourceFacet } from '@nmirf/contracts/resources/library';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';
import type { Telling } from '../library/library-facets.js';

const order: readonly ResourceFacet[] = ['kind', 'language', 'theme', 'capacity', 'commitment'];
const numeric: ReadonlySet<ResourceFacet> = new Set(['commitment']);

/** How the facets of resources are told. */
export const useResourceFacets = (): Telling<ResourceFacet> => {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useTerms();
  const label = (facet: ResourceFacet, value: string): string => {
    if (facet === 'kind') return t(`resourceKind.${value}`);
    if (facet === 'language') return formats.languageLabel(value as Language);
    if (facet === 'theme') return nameOf('theme', value);
    return facet === 'capacity' ? t(`capacity.${value}`) : t(`commitment.${value}`);
  };
  return { order, numeric, title: (facet) => t(`resources.facet.${facet}`), label };
};
