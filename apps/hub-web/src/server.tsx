import type { PageRenderer } from '@nmirf/contracts/http/rendered-page';
import { createApi } from '@nmirf/ui/app/api-context';
import { renderPage } from '@nmirf/ui/app/render-page';
import { createQueryClient } from '@nmirf/ui/app/web-app';
import { createTexts } from '@nmirf/ui/language/texts';
import { createMemoryHistory } from '@tanstack/react-router';
import { areas } from './catalogues.js';
import { createHubRouter } from './router.js';

/** What needs somebody signed in is drawn in the browser alone. */
const signedIn = /^\/[a-z]{2}\/(?:desk|sign-in)(?:\/|$|\?)/;

/** A public page, rendered; nothing for the pages behind the sign-in. */
export const render: PageRenderer = async ({ url, api: base, origin }) => {
  if (signedIn.test(url)) return undefined;
  const texts = createTexts(areas);
  const queries = createQueryClient();
  const api = createApi(texts, { base });
  const history = createMemoryHistory({ initialEntries: [url] });
  const router = createHubRouter({ texts, queries, api, origin }, history);
  return renderPage({ texts, queries, api, router }, origin);
};
