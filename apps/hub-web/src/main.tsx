import '@nmirf/ui/styles';
import { createApi } from '@nmirf/ui/app/api-context';
import { readPageState } from '@nmirf/ui/app/page-state';
import { createQueryClient, startWebApp } from '@nmirf/ui/app/web-app';
import { createTexts } from '@nmirf/ui/language/texts';
import { areas } from './catalogues.js';
import { createHubRouter } from './router.js';

const rendered = readPageState();
const texts = createTexts(areas);
const queries = createQueryClient();
const api = createApi(texts);
const router = createHubRouter({ texts, queries, api, origin: rendered?.origin ?? location.origin });
void startWebApp({ texts, queries, api, router }, rendered);
