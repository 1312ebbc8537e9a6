import '@nmirf/ui/styles';
import { createApi } from '@nmirf/ui/app/api-context';
import { createQueryClient, startWebApp } from '@nmirf/ui/app/web-app';
import { createTexts } from '@nmirf/ui/language/texts';
import { areas } from './catalogues.js';
import { createNodeRouter } from './router.js';

const texts = createTexts(areas);
const queries = createQueryClient();
const api = createApi(texts);
void startWebApp({ texts, queries, api, router: createNodeRouter({ texts, queries, api }) });
