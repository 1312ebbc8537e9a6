import {
  type AccountAdd,
  type AccountAdded,
  accountAdded,
  type AccountsPage,
  accountsPage,
  type AccountView,
  accountView,
  type FirstPassword,
  type OwnAccount,
  type OwnPassword,
  type PasswordLink,
  passwordLink,
  type RoleList,
  roleList,
} from '@nmirf/contracts/identity/account';
import { type PersonView, personView, type SessionView, sessionView } from '@nmirf/contracts/identity/session';
import { z } from 'zod';
import type { ApiClient, Query } from './client.js';

const at = (id: string, rest = ''): string => `/api/accounts/${encodeURIComponent(id)}${rest}`;

/** The accounts of a server, for those who manage people. */
export const listAccounts = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<AccountsPage> =>
  client.ask(accountsPage, '/api/accounts', { query, signal });

export const listRoles = (client: ApiClient, signal?: AbortSignal): Promise<RoleList> =>
  client.ask(roleList, '/api/accounts/roles', { signal });

export const addAccount = (client: ApiClient, account: AccountAdd): Promise<AccountAdded> =>
  client.ask(accountAdded, '/api/accounts', { method: 'POST', body: account });

export const changeRoles = (client: ApiClient, id: string, roles: readonly string[]): Promise<AccountView> =>
  client.ask(accountView, at(id, '/roles'), { method: 'PUT', body: { roles } });

export const renewPasswordLink = (client: ApiClient, id: string): Promise<PasswordLink> =>
  client.ask(passwordLink, at(id, '/link'), { method: 'POST' });

export const lockAccount = (client: ApiClient, id: string): Promise<AccountView> =>
  client.ask(accountView, at(id, '/lock'), { method: 'PUT' });

export const unlockAccount = (client: ApiClient, id: string): Promise<AccountView> =>
  client.ask(accountView, at(id, '/lock'), { method: 'DELETE' });

/** What people change about themselves. */
export const changeOwnAccount = (client: ApiClient, account: OwnAccount): Promise<PersonView> =>
  client.ask(personView, '/api/me', { method: 'PUT', body: account });

export const changeOwnPassword = (client: ApiClient, passwords: OwnPassword): Promise<void> =>
  client.tell('/api/me/password', { method: 'PUT', body: passwords });

export const choosePassword = (client: ApiClient, chosen: FirstPassword): Promise<void> =>
  client.tell('/api/password', { method: 'POST', body: chosen });

export const listSessions = (client: ApiClient, signal?: AbortSignal): Promise<readonly SessionView[]> =>
  client.ask(z.array(sessionView), '/api/sessions', { signal });

export const endSession = (client: ApiClient, id: string): Promise<void> =>
  client.tell(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** Signs out everywhere but here. */
export const endOtherSessions = (client: ApiClient): Promise<void> => client.tell('/api/sessions', { method: 'DELETE' });
