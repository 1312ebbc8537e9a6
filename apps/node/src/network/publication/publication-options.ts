import type { Mechanism } from '@nmirf/contracts/members/mechanism';

export const PUBLICATION_OPTIONS = Symbol('publication options');

/** What the gate knows of its own mechanism: the region that is published, the names that are public. */
export interface PublicationOptions {
  readonly mechanism: Pick<Mechanism, 'region' | 'names'>;
}
