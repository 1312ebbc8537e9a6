import { catalogueOf, type Texts } from '@nmirf/ui/language/texts';

/** Where a key is looked up, first to last. */
export const areas = ['node', 'writing', 'membership', 'gate', 'desk', 'common', 'vocabulary'] as const;

/** What every page speaks with; the others come with the pages that need them. */
export const first: readonly Area[] = ['node', 'desk', 'common'];

export type Area = (typeof areas)[number];

export const catalogue = catalogueOf(
  import.meta.glob<Texts>('../../../libs/languages/src/*/{node,writing,membership,gate,desk,common,vocabulary}.json', {
    import: 'default',
  }),
);
