import { ApiProblem } from '@nmirf/api-client/problem';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type AnyRouter } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { ThemeProvider } from '../theme/theme-provider.js';
import { ApiProvider } from './api-context.js';

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

interface WebAppProperties {
  readonly router: AnyRouter;
  readonly texts: i18n;
  readonly queries: QueryClient;
}

export const WebApp = ({ router, texts, queries }: WebAppProperties) => (
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <ThemeProvider>
        <QueryClientProvider client={queries}>
          <ApiProvider>
            <RouterProvider router={router} />
          </ApiProvider>
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

/** Starts a client in its page. Texts and code of the first route are there before React draws, so nothing flickers. */
export const startWebApp = async (properties: WebAppProperties): Promise<void> => {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no #root');
  await properties.router.load();
  focusHeading(properties.router);
  createRoot(element).render(<WebApp {...properties} />);
};
