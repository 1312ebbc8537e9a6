import { enterLanguage, preferredLanguage } from '@nmirf/ui/app/language-route';
import { libraryFilters } from '@nmirf/ui/library/library-search';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { loadCatalogues } from './catalogues.js';
import { HubFailed, HubNotFound } from './hub-failed.js';
import { HubShell } from './hub-shell.js';

interface RouterContext {
  readonly texts: i18n;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/$lang', params: { lang: preferredLanguage() }, replace: true });
  },
});

const language = createRoute({
  getParentRoute: () => root,
  path: '$lang',
  beforeLoad: ({ params, context }) => enterLanguage(context.texts, params.lang, loadCatalogues),
  component: HubShell,
  notFoundComponent: HubNotFound,
});

const library = createRoute({
  getParentRoute: () => language,
  path: '/',
  validateSearch: libraryFilters,
  component: lazyRouteComponent(() => import('./library/library-page.js'), 'LibraryPage'),
});

const practice = createRoute({
  getParentRoute: () => language,
  path: 'practices/$id',
  component: lazyRouteComponent(() => import('./library/practice-page.js'), 'PracticePage'),
});

const members = createRoute({
  getParentRoute: () => language,
  path: 'members',
  component: lazyRouteComponent(() => import('./members/members-page.js'), 'MembersPage'),
});

const log = createRoute({
  getParentRoute: () => language,
  path: 'log',
  component: lazyRouteComponent(() => import('./log/log-page.js'), 'LogPage'),
});

const routeTree = root.addChildren([start, language.addChildren([library, practice, members, log])]);

export const createHubRouter = (texts: i18n) =>
  createRouter({
    routeTree,
    context: { texts },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: HubFailed,
    defaultNotFoundComponent: HubNotFound,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createHubRouter>;
  }
}
