import type { ApiClient } from '@nmirf/api-client/client';
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { ensureMe } from './me.js';

interface Asked {
  readonly context: { readonly queries: QueryClient; readonly api: ApiClient };
  readonly params: { readonly lang: string };
  readonly location: { readonly href: string };
}

/** For `beforeLoad` of everything behind the sign-in. Where somebody wanted to go is kept for afterwards. */
export const needsSignIn = async ({ context, params, location }: Asked): Promise<void> => {
  if ((await ensureMe(context.queries, context.api)) === null) {
    throw redirect({ to: '/$lang/sign-in', params: { lang: params.lang }, search: { next: location.href }, replace: true });
  }
};

/** For `validateSearch` of the sign-in page. */
export const signInSearch = (search: Readonly<Record<string, unknown>>): { readonly next?: string | undefined } => ({
  next: typeof search['next'] === 'string' ? search['next'] : undefined,
});
