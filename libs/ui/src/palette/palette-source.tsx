import type { IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A place the palette leads to. */
export interface Found {
  readonly key: string;
  readonly label: string;
  /** What tells it from others of its name. */
  readonly note?: string | undefined;
  /** The language of a label that is content. */
  readonly lang?: string | undefined;
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, unknown>>;
}

/** Pages as the palette lists them. */
export const pagesOf = (destinations: readonly Pick<Found, 'to' | 'label'>[]): readonly Found[] =>
  destinations.map(({ to, label }) => ({ key: to, label, to }));

/** One kind of record that can be looked for by words. */
export interface PaletteSource {
  readonly id: string;
  readonly label: string;
  readonly icon: ComponentType<IconProps>;
  /** The few that fit best. */
  readonly find: (words: string, signal: AbortSignal) => Promise<readonly Found[]>;
}

/** So many of each kind are shown. */
export const FEW = 5;

/** Text as it is compared: without marks over or under letters, and without capitals. */
export const plainOf = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
