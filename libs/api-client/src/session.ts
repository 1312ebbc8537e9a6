import { personView, type PersonView, type SignIn } from '@nmirf/contracts/identity/session';
import type { ApiClient } from './client.js';
import { ApiProblem } from './problem.js';

export const signIn = (client: ApiClient, credentials: SignIn): Promise<PersonView> =>
  client.ask(personView, '/api/session', { method: 'POST', body: credentials });

export const signOut = (client: ApiClient): Promise<void> => client.tell('/api/session', { method: 'DELETE' });

/** Who is signed in; `null` when nobody is, so that a cache can hold the answer. */
export const readMe = async (client: ApiClient, signal?: AbortSignal): Promise<PersonView | null> => {
  try {
    return await client.ask(personView, '/api/me', { signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
};
