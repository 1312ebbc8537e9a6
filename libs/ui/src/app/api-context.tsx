import { createClient, type ApiClient, type ApiClientOptions } from '@nmirf/api-client/client';
import { isLanguage, languageTags } from '@nmirf/languages/languages';
import type { i18n } from 'i18next';
import { createContext, use } from 'react';

/** A client that asks in the language on screen. */
export const createApi = (texts: i18n, options: Omit<ApiClientOptions, 'language'> = {}): ApiClient =>
  createClient({ ...options, language: () => languageTags[isLanguage(texts.language) ? texts.language : 'en'] });

export const ApiContext = createContext<ApiClient | undefined>(undefined);

export const useApi = (): ApiClient => {
  const client = use(ApiContext);
  if (client === undefined) throw new Error('useApi outside ApiContext');
  return client;
};
