import { mechanism, type Mechanism } from '@nmirf/contracts/members/mechanism';

export const regions = mechanism.shape.region.options;

/** Reads the filter of an address; what does not fit is left out. */
export const membersSearch = (search: Readonly<Record<string, unknown>>): { readonly region?: Mechanism['region'] } => {
  const region = mechanism.shape.region.safeParse(search['region']);
  return region.success ? { region: region.data } : {};
};
