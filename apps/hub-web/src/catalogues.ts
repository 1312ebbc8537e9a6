import { catalogueOf, type Texts } from '@nmirf/ui/language/texts';

/** Where a key is looked up, first to last. */
export const areas = ['hub', 'secretariat', 'desk', 'common', 'vocabulary'] as const;

type Area = (typeof areas)[number];

/** What the public pages speak with. */
export const first: readonly Area[] = ['hub', 'common', 'vocabulary'];

/** The palette and the list of shortcuts, on public pages too. */
export const tools: readonly Area[] = ['desk'];

/** The desk's own texts, which no reader of the public pages brings. */
export const atDesk: readonly Area[] = ['secretariat', 'desk'];

export const catalogue = catalogueOf(
  import.meta.glob<Texts>('../../../libs/languages/src/*/{hub,secretariat,desk,common,vocabulary}.json', { import: 'default' }),
);
