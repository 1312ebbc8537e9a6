import type { ApiClient } from '@nmirf/api-client/client';
import { ApiProblem } from '@nmirf/api-client/problem';
import { hydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type AnyRouter } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { ThemeProvider } from '../theme/theme-provider.js';
import { ApiContext } from './api-context.js';
import type { PageState } from './page-state.js';

/** A refusal does not change by asking again; a silence may. */
const again = (count: number, error: unknown): boolean =>
  count < 1 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, networkMode: 'always', retry: again, retryDelay: 800 },
      mutations: { networkMode: 'always', retry: false },
    },
  });

export interface WebAppProperties {
  readonly router: AnyRouter;
  readonly texts: i18n;
  readonly queries: QueryClient;
  readonly api: ApiClient;
}

export const WebApp = ({ router, texts, queries, api }: WebAppProperties) => (
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <ThemeProvider>
        <QueryClientProvider client={queries}>
          <ApiContext value={api}>
            <RouterProvider router={router} />
          </ApiContext>
        </QueryClientProvider>
      </ThemeProvider>
    </I18nextProvider>
  </StrictMode>
);

/** After a navigation the keyboard and the screen reader start at the new page's heading, not where the old link was. */
const focusHeading = (router: AnyRouter): void => {
  let first = true;
  router.subscribe('onRendered', ({ pathChanged }) => {
    if (!first && pathChanged) document.getElementById('page-title')?.focus({ preventScroll: true });
    first = false;
  });
};

/**
 * Starts a client in its page. Texts and code of the first route are there before React draws, so nothing flickers; what a server has
 * rendered is taken over as it stands, with the answers it was made from.
 */
export const startWebApp = async (properties: WebAppProperties, rendered?: PageState): Promise<void> => {
  const { router, queries } = properties;
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no #root');
  if (rendered !== undefined) {
    hydrate(queries, rendered.queries);
    // The router's own tree differs between a page it drew alone and one it takes over; this says which.
    router.ssr = { manifest: undefined };
  }
  await router.load();
  focusHeading(router);
  const app = <WebApp {...properties} />;
  if (rendered === undefined) createRoot(element).render(app);
  else hydrateRoot(element, app);
};
