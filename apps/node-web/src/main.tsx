import '@nmirf/ui/styles';
import { createQueryClient, startWebApp } from '@nmirf/ui/app/web-app';
import { createTexts } from '@nmirf/ui/language/texts';
import { areas } from './catalogues.js';
import { createNodeRouter } from './router.js';

const texts = createTexts(areas);
const queries = createQueryClient();
void startWebApp({ texts, queries, router: createNodeRouter({ texts, queries }) });
