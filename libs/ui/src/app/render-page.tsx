import { ApiProblem } from '@nmirf/api-client/problem';
import type { PageElsewhere, RenderedPage } from '@nmirf/contracts/http/rendered-page';
import { dehydrate, type QueryClient } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { writePageState } from './page-state.js';
import { WebApp, type WebAppProperties } from './web-app.js';

/** The status of a question that failed; a page that lacks an answer is left to the browser, which can ask again. */
const failure = (queries: QueryClient): number | undefined => {
  const failed = queries
    .getQueryCache()
    .getAll()
    .find(({ state }) => state.status === 'error');
  if (failed === undefined) return undefined;
  const { error } = failed.state;
  return error instanceof ApiProblem && error.status > 0 ? error.status : 503;
};

const TITLE = /<title>([^<]*)<\/title>/;

/**
 * Renders a page for anyone: no cookie takes part, so the answer is the same for every reader. The body is empty where the page could
 * not be completed; its status is then the one to answer with.
 */
export const renderPage = async (properties: WebAppProperties, origin: string): Promise<RenderedPage | PageElsewhere> => {
  const { router, queries } = properties;
  await router.load();
  const elsewhere = router._serverResult?.type === 'redirect' ? router._serverResult.redirect.headers.get('location') : null;
  if (elsewhere !== null) return { location: elsewhere };
  const matches: readonly {
    readonly staticData: { readonly module?: string };
  }[] = router.state.matches;
  const modules = matches.flatMap(({ staticData: { module } }) => (module === undefined ? [] : [module]));
  const failed = failure(queries);
  if (failed !== undefined) return { status: failed, title: '', body: '', state: '', modules };
  const html = renderToString(<WebApp {...properties} />);
  return {
    // Every page of ours names its source; an address without one has no page.
    status: modules.length === 0 ? 404 : 200,
    title: TITLE.exec(html)?.[1] ?? '',
    body: html.replace(TITLE, ''),
    state: writePageState({ origin, queries: dehydrate(queries) }),
    modules,
  };
};
