import { createApi } from '@nmirf/ui/app/api-context';
import { renderPage, type RenderedPage } from '@nmirf/ui/app/render-page';
import { createQueryClient } from '@nmirf/ui/app/web-app';
import { createTexts } from '@nmirf/ui/language/texts';
import { createMemoryHistory } from '@tanstack/react-router';
import { areas } from './catalogues.js';
import { createHubRouter } from './router.js';

interface Asked {
  /** Path and query. */
  readonly url: string;
  /** Where the server that asks can reach its own API. */
  readonly api: string;
  /** Where people reach it. */
  readonly origin: string;
}

/** What needs somebody signed in is drawn in the browser alone. */
const signedIn = /^\/[a-z]{2}\/(?:desk|sign-in)(?:\/|$|\?)/;

/** A public page, rendered; nothing for the pages behind the sign-in. */
export const render = async ({ url, api: base, origin }: Asked): Promise<RenderedPage | undefined> => {
  if (signedIn.test(url)) return undefined;
  const texts = createTexts(areas);
  const queries = createQueryClient();
  const api = createApi(texts, { base });
  const history = createMemoryHistory({ initialEntries: [url] });
  const router = createHubRouter({ texts, queries, api, origin }, history);
  return renderPage({ texts, queries, api, router }, origin);
};
