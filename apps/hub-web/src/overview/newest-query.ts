import type { ApiClient } from '@nmirf/api-client/client';
import type { Language } from '@nmirf/contracts/languages/language';
import { practicesQuery } from '@nmirf/ui/library/library-queries';

/** So many of the newest practices are shown on the first page. */
const NEWEST = 4;

export const newestQuery = (api: ApiClient, language: Language) => practicesQuery(api, language, { limit: NEWEST });
