import { accountsQuery, type AccountsQuery } from '@nmirf/contracts/identity/account';

export type AccountsSearch = Partial<Pick<AccountsQuery, 'q' | 'after'>>;

/** Reads the filters of an address; what does not fit is left out. */
export const accountsSearch = (search: Readonly<Record<string, unknown>>): AccountsSearch => {
  // The router reads `?q=12` as a number.
  const given = typeof search['q'] === 'number' ? { ...search, q: String(search['q']) } : search;
  const found = accountsQuery.pick({ q: true, after: true }).safeParse(given);
  if (!found.success) return {};
  const { q, after } = found.data;
  return { ...(q === undefined ? {} : { q }), ...(after === undefined ? {} : { after }) };
};
