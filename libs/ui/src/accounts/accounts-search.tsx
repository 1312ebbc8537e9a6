import { accountsQuery } from '@nmirf/contracts/identity/account';
import { searchOf } from '../app/address.js';

export const accountsSearch = searchOf(accountsQuery.pick({ q: true, after: true }).shape);
export type AccountsSearch = ReturnType<typeof accountsSearch>;
