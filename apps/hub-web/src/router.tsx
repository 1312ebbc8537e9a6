import type { ApiClient } from '@nmirf/api-client/client';
import { idPageQuery } from '@nmirf/contracts/http/page';
import type { Language } from '@nmirf/contracts/languages/language';
import { libraryFilters } from '@nmirf/contracts/practices/library';
import { accountsSearch } from '@nmirf/ui/accounts/accounts-search';
import { logPosition, plainAddresses, searchOf } from '@nmirf/ui/app/address';
import { bring } from '@nmirf/ui/app/bring';
import { enterLanguage, preferredLanguage } from '@nmirf/ui/app/language-route';
import { facetsQuery, librarySearch, practiceQuery, practicesQuery } from '@nmirf/ui/library/library-queries';
import { bringTexts } from '@nmirf/ui/language/texts';
import { auditSearch } from '@nmirf/ui/audit/audit-search';
import { needsSignIn, signInSearch } from '@nmirf/ui/session/signed-in';
import { memberQuery, membersQuery } from '@nmirf/ui/members/members-queries';
import { resourceFacetsQuery, resourceQuery, resourcesPageQuery, resourcesSearch } from '@nmirf/ui/resources/resources-queries';
import { statisticsQuery } from '@nmirf/ui/statistics/statistics-query';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { atDesk, catalogue, first } from './catalogues.js';
import { HubFailed, HubNotFound } from './hub-failed.js';
import { HubShell } from './hub-shell.js';
import { checkpointsQuery, growthQuery, logQuery } from './log/log-queries.js';
import { memberPracticesQuery } from './members/member-practices-query.js';
import { membersSearch } from './members/members-search.js';
import { newestQuery } from './overview/newest-query.js';

export interface RouterContext {
  readonly texts: i18n;
  readonly queries: QueryClient;
  readonly api: ApiClient;
  /** Where people reach this server. */
  readonly origin: string;
}

/** `enterLanguage` lets no other value pass. */
const languageOf = ({ lang }: { readonly lang: string }): Language => lang as Language;

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
  notFoundComponent: () => (
    <HubShell>
      <HubNotFound />
    </HubShell>
  ),
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
  beforeLoad: ({ context, params }) => bringTexts(context.texts, languageOf(params), { areas: atDesk, catalogue }),
  component: lazyRouteComponent(() => import('./session/welcome-page.js'), 'WelcomePage'),
});

/** Everything of the secretariat, behind the sign-in: chunks and texts that readers of the public pages never bring. */
const desk = createRoute({
  getParentRoute: () => language,
  path: 'desk',
  beforeLoad: async ({ context, params, location }) => {
    await needsSignIn({ context, params, location });
    await bringTexts(context.texts, languageOf(params), { areas: atDesk, catalogue });
  },
  component: lazyRouteComponent(() => import('./desk/hub-desk.js'), 'HubDesk'),
  notFoundComponent: HubNotFound,
});

const cursor = searchOf({ after: idPageQuery.shape.after });
const position = searchOf({ after: logPosition });

const deskPages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/',
    component: lazyRouteComponent(() => import('./desk/desk-page.js'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'invitations',
    validateSearch: cursor,
    component: lazyRouteComponent(() => import('./invitations/invitations-page.js'), 'InvitationsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'invitations/new',
    component: lazyRouteComponent(() => import('./invitations/new-invitation-page.js'), 'NewInvitationPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'enrolments',
    validateSearch: cursor,
    component: lazyRouteComponent(() => import('./enrolments/enrolments-page.js'), 'EnrolmentsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'enrolments/$id',
    component: lazyRouteComponent(() => import('./enrolments/enrolment-page.js'), 'EnrolmentPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'members',
    validateSearch: searchOf({ q: libraryFilters.shape.q }),
    component: lazyRouteComponent(() => import('./register/register-page.js'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'health',
    component: lazyRouteComponent(() => import('./health/health-page.js'), 'HealthPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('./audit/trail-page.js'), 'TrailPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'people',
    validateSearch: accountsSearch,
    component: lazyRouteComponent(() => import('./desk/people-page.js'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: 'account',
    component: lazyRouteComponent(() => import('@nmirf/ui/account/account-page'), 'AccountPage'),
  }),
] as const;

/** What anybody may read. */
const open = createRoute({ getParentRoute: () => language, id: 'public', component: HubShell, notFoundComponent: HubNotFound });

const overview = createRoute({
  getParentRoute: () => open,
  path: '/',
  staticData: { module: 'src/overview/overview-page.tsx' },
  loader: async ({ context: { queries, api }, params }) => {
    const lang = languageOf(params);
    await Promise.all([
      bring(queries, membersQuery(api, lang)),
      bring(queries, newestQuery(api, lang)),
      bring(queries, facetsQuery(api, lang, {})),
      bring(queries, logQuery(api, lang)),
    ]);
  },
  component: lazyRouteComponent(() => import('./overview/overview-page.js'), 'OverviewPage'),
});

const library = createRoute({
  getParentRoute: () => open,
  path: 'practices',
  validateSearch: librarySearch,
  loaderDeps: ({ search }) => search,
  staticData: { module: 'src/library/library-page.tsx' },
  loader: async ({ context: { queries, api }, params, deps }) => {
    const lang = languageOf(params);
    await Promise.all([bring(queries, practicesQuery(api, lang, deps)), bring(queries, facetsQuery(api, lang, deps))]);
  },
  component: lazyRouteComponent(() => import('./library/library-page.js'), 'LibraryPage'),
});

const practice = createRoute({
  getParentRoute: () => open,
  path: 'practices/$id',
  staticData: { module: 'src/library/practice-page.tsx' },
  loader: ({ context: { queries, api }, params }) => bring(queries, practiceQuery(api, languageOf(params), params.id)),
  component: lazyRouteComponent(() => import('./library/practice-page.js'), 'PracticePage'),
});

const resources = createRoute({
  getParentRoute: () => open,
  path: 'resources',
  validateSearch: resourcesSearch,
  loaderDeps: ({ search }) => search,
  staticData: { module: 'src/resources/resources-page.tsx' },
  loader: async ({ context: { queries, api }, params, deps }) => {
    const lang = languageOf(params);
    await Promise.all([bring(queries, resourcesPageQuery(api, lang, deps)), bring(queries, resourceFacetsQuery(api, lang, deps))]);
  },
  component: lazyRouteComponent(() => import('./resources/resources-page.js'), 'ResourcesPage'),
});

const resource = createRoute({
  getParentRoute: () => open,
  path: 'resources/$id',
  staticData: { module: 'src/resources/resource-page.tsx' },
  loader: ({ context: { queries, api }, params }) => bring(queries, resourceQuery(api, languageOf(params), params.id)),
  component: lazyRouteComponent(() => import('./resources/resource-page.js'), 'ResourcePage'),
});

const statistics = createRoute({
  getParentRoute: () => open,
  path: 'statistics',
  staticData: { module: 'src/statistics/statistics-page.tsx' },
  loader: ({ context: { queries, api }, params }) => bring(queries, statisticsQuery(api, languageOf(params))),
  component: lazyRouteComponent(() => import('./statistics/statistics-page.js'), 'StatisticsPage'),
});

const members = createRoute({
  getParentRoute: () => open,
  path: 'members',
  validateSearch: membersSearch,
  staticData: { module: 'src/members/members-page.tsx' },
  loader: ({ context: { queries, api }, params }) => bring(queries, membersQuery(api, languageOf(params))),
  component: lazyRouteComponent(() => import('./members/members-page.js'), 'MembersPage'),
});

const member = createRoute({
  getParentRoute: () => open,
  path: 'members/$id',
  staticData: { module: 'src/members/member-page.tsx' },
  loader: async ({ context: { queries, api }, params }) => {
    const lang = languageOf(params);
    await Promise.all([bring(queries, memberQuery(api, lang, params.id)), bring(queries, memberPracticesQuery(api, lang, params.id))]);
  },
  component: lazyRouteComponent(() => import('./members/member-page.js'), 'MemberPage'),
});

const log = createRoute({
  getParentRoute: () => open,
  path: 'log',
  validateSearch: position,
  loaderDeps: ({ search }) => search,
  staticData: { module: 'src/log/log-page.tsx' },
  loader: async ({ context: { queries, api }, params, deps: { after } }) => {
    const lang = languageOf(params);
    await Promise.all([
      bring(queries, logQuery(api, lang)),
      bring(queries, growthQuery(api)),
      bring(queries, checkpointsQuery(api, after)),
      bring(queries, membersQuery(api, lang)),
    ]);
  },
  component: lazyRouteComponent(() => import('./log/log-page.js'), 'LogPage'),
});

const about = createRoute({
  getParentRoute: () => open,
  path: 'about',
  staticData: { module: 'src/about/about-page.tsx' },
  component: lazyRouteComponent(() => import('./about/about-page.js'), 'AboutPage'),
});

const routeTree = root.addChildren([
  start,
  language.addChildren([
    signIn,
    welcome,
    desk.addChildren(deskPages),
    open.addChildren([statistics, resources, resource, overview, library, practice, members, member, log, about]),
  ]),
]);

/** `history` is given by a server; a browser has its own. */
export const createHubRouter = (context: RouterContext, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context,
    ...plainAddresses,
    defaultPreload: 'intent',
    // Its script stands in the page when rendered on a server, where the policy would refuse it.
    scrollRestoration: history === undefined,
    defaultErrorComponent: HubFailed,
    defaultNotFoundComponent: HubNotFound,
    ...(history === undefined ? {} : { history }),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createHubRouter>;
  }
  interface StaticDataRouteOption {
    /** The source of the page, by which a server finds its scripts and style sheets in the build. */
    readonly module?: string;
  }
}
