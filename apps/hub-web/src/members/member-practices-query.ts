import type { ApiClient } from '@nmirf/api-client/client';
import type { Language } from '@nmirf/contracts/languages/language';
import { practicesQuery } from '@nmirf/ui/library/library-queries';

/** So many of a member's practices stand on its page; the library has them all. */
const SHOWN = 10;

export const memberPracticesQuery = (api: ApiClient, language: Language, source: string) =>
  practicesQuery(api, language, { source, limit: SHOWN });
