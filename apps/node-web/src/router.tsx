import type { ApiClient } from '@nmirf/api-client/client';
import type { Language } from '@nmirf/contracts/languages/language';
import { idPageQuery } from '@nmirf/contracts/http/page';
import { allowedWordsQuery } from '@nmirf/contracts/practices/allowed-words';
import { practicesQuery, practiceState } from '@nmirf/contracts/practices/authoring';
import { outgoingState, queueQuery } from '@nmirf/contracts/network/queue';
import { recommendationsQuery } from '@nmirf/contracts/recommendations/recommendation';
import { accountsSearch } from '@nmirf/ui/accounts/accounts-search';
import { auditSearch } from '@nmirf/ui/audit/audit-search';
import { plainAddresses, searchOf } from '@nmirf/ui/app/address';
import { enterLanguage, preferredLanguage } from '@nmirf/ui/app/language-route';
import { bringTexts } from '@nmirf/ui/language/texts';
import { needsSignIn, signInSearch } from '@nmirf/ui/session/signed-in';
import { resourcesSearch } from '@nmirf/ui/resources/resources-queries';
import { librarySearch } from '@nmirf/ui/library/library-queries';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { catalogue, first, type Area } from './catalogues.js';
import { NodeDesk } from './node-desk.js';
import { NodeFailed, NodeNotFound } from './node-failed.js';

interface RouterContext {
  readonly texts: i18n;
  readonly queries: QueryClient;
  readonly api: ApiClient;
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
  beforeLoad: ({ params, context }) => enterLanguage(context.texts, params.lang, { areas: first, catalogue }),
  component: Outlet,
  notFoundComponent: NodeNotFound,
});

const signIn = createRoute({
  getParentRoute: () => language,
  path: 'sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./session/sign-in-page.js'), 'SignInPage'),
});

/** Where the link of an invitation to an account leads. */
const welcome = createRoute({
  getParentRoute: () => language,
  path: 'welcome',
  component: lazyRouteComponent(() => import('./session/welcome-page.js'), 'WelcomePage'),
});

interface Page {
  readonly context: RouterContext;
  readonly params: { readonly lang: string };
}

/** Brings texts together with the page that speaks with them. `enterLanguage` has let the language pass. */
const texts = ({ context, params }: Page, ...areas: readonly Area[]): Promise<void> =>
  bringTexts(context.texts, params.lang as Language, { areas, catalogue });

/** Everything behind the sign-in. */
const desk = createRoute({
  getParentRoute: () => language,
  id: 'desk',
  beforeLoad: needsSignIn,
  component: NodeDesk,
});

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home-page.js'), 'HomePage'),
});

const proposals = createRoute({
  getParentRoute: () => desk,
  path: 'proposals',
  loader: (page) => texts(page, 'membership'),
  component: lazyRouteComponent(() => import('./proposals/proposals-page.js'), 'ProposalsPage'),
});

const practices = createRoute({
  getParentRoute: () => desk,
  path: 'practices',
  validateSearch: searchOf({ state: practiceState, after: practicesQuery.shape.after }),
  component: lazyRouteComponent(() => import('./practices/practices-page.js'), 'PracticesPage'),
});

const newPractice = createRoute({
  getParentRoute: () => desk,
  path: 'practices/new',
  loader: (page) => texts(page, 'writing', 'vocabulary'),
  component: lazyRouteComponent(() => import('./practices/new-practice-page.js'), 'NewPracticePage'),
});

const practice = createRoute({
  getParentRoute: () => desk,
  path: 'practices/$id',
  loader: (page) => texts(page, 'writing', 'vocabulary'),
  component: lazyRouteComponent(() => import('./practices/practice-page.js'), 'PracticePage'),
});

const review = createRoute({
  getParentRoute: () => desk,
  path: 'practices/$id/review',
  loader: (page) => texts(page, 'writing', 'gate', 'vocabulary'),
  component: lazyRouteComponent(() => import('./review/review-page.js'), 'ReviewPage'),
});

const queue = createRoute({
  getParentRoute: () => desk,
  path: 'queue',
  loader: (page) => texts(page, 'writing'),
  validateSearch: searchOf({ state: outgoingState, after: queueQuery.shape.after }),
  component: lazyRouteComponent(() => import('./queue/queue-page.js'), 'QueuePage'),
});

const library = createRoute({
  getParentRoute: () => desk,
  path: 'library',
  loader: (page) => texts(page, 'vocabulary'),
  validateSearch: librarySearch,
  component: lazyRouteComponent(() => import('./library/library-page.js'), 'LibraryPage'),
});

const libraryPractice = createRoute({
  getParentRoute: () => desk,
  path: 'library/$id',
  loader: (page) => texts(page, 'vocabulary'),
  component: lazyRouteComponent(() => import('./library/library-practice-page.js'), 'LibraryPracticePage'),
});

const resources = createRoute({
  getParentRoute: () => desk,
  path: 'resources',
  loader: (page) => texts(page, 'vocabulary'),
  validateSearch: resourcesSearch,
  component: lazyRouteComponent(() => import('./resources/resources-page.js'), 'ResourcesPage'),
});

const resource = createRoute({
  getParentRoute: () => desk,
  path: 'resources/$id',
  loader: (page) => texts(page, 'writing', 'vocabulary'),
  component: lazyRouteComponent(() => import('./resources/resource-page.js'), 'ResourcePage'),
});

const ownResources = createRoute({
  getParentRoute: () => desk,
  path: 'own-resources',
  loader: (page) => texts(page, 'writing'),
  validateSearch: searchOf({ state: practiceState, after: idPageQuery.shape.after }),
  component: lazyRouteComponent(() => import('./own-resources/own-resources-page.js'), 'OwnResourcesPage'),
});

const newResource = createRoute({
  getParentRoute: () => desk,
  path: 'own-resources/new',
  loader: (page) => texts(page, 'writing', 'gate', 'vocabulary'),
  component: lazyRouteComponent(() => import('./own-resources/own-resource-page.js'), 'NewResourcePage'),
});

const ownResource = createRoute({
  getParentRoute: () => desk,
  path: 'own-resources/$id',
  loader: (page) => texts(page, 'writing', 'gate', 'vocabulary'),
  component: lazyRouteComponent(() => import('./own-resources/own-resource-page.js'), 'OwnResourcePage'),
});

const statistics = createRoute({
  getParentRoute: () => desk,
  path: 'statistics',
  loader: (page) => texts(page, 'vocabulary'),
  component: lazyRouteComponent(() => import('./statistics/statistics-page.js'), 'StatisticsPage'),
});

const allowedWords = createRoute({
  getParentRoute: () => desk,
  path: 'allowed-words',
  validateSearch: searchOf(allowedWordsQuery.pick({ q: true, after: true }).shape),
  component: lazyRouteComponent(() => import('./allowed-words/allowed-words-page.js'), 'AllowedWordsPage'),
});

const recommendations = createRoute({
  getParentRoute: () => desk,
  path: 'recommendations',
  loader: (page) => texts(page, 'vocabulary'),
  validateSearch: searchOf(recommendationsQuery.pick({ q: true, after: true }).shape),
  component: lazyRouteComponent(() => import('./recommendations/recommendations-page.js'), 'RecommendationsPage'),
});

const recommendation = createRoute({
  getParentRoute: () => desk,
  path: 'recommendations/$id',
  loader: (page) => texts(page, 'vocabulary'),
  component: lazyRouteComponent(() => import('./recommendations/recommendation-page.js'), 'RecommendationPage'),
});

const settings = [
  createRoute({
    getParentRoute: () => desk,
    path: 'membership',
    loader: (page) => texts(page, 'membership'),
    component: lazyRouteComponent(() => import('./membership/membership-page.js'), 'MembershipPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'people',
    validateSearch: accountsSearch,
    component: lazyRouteComponent(() => import('./settings/people-page.js'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('./settings/trail-page.js'), 'TrailPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'account',
    component: lazyRouteComponent(() => import('@nmirf/ui/account/account-page'), 'AccountPage'),
  }),
] as const;

const routeTree = root.addChildren([
  start,
  language.addChildren([
    signIn,
    welcome,
    desk.addChildren([
      ...[
        home,
        proposals,
        practices,
        newPractice,
        practice,
        review,
        queue,
        library,
        libraryPractice,
        resources,
        resource,
        ownResources,
        newResource,
        ownResource,
        recommendations,
        recommendation,
        allowedWords,
        statistics,
      ],
      ...settings,
    ]),
  ]),
]);

export const createNodeRouter = (context: RouterContext) =>
  createRouter({
    routeTree,
    context,
    ...plainAddresses,
    scrollRestoration: true,
    defaultErrorComponent: NodeFailed,
    defaultNotFoundComponent: NodeNotFound,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createNodeRouter>;
  }
}
