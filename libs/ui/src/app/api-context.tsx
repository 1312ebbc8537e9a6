import { createClient, type ApiClient } from '@nmirf/api-client/client';
import { languageTags } from '@nmirf/languages/languages';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { useLanguage } from '../language/use-language.js';

const ApiContext = createContext<ApiClient | undefined>(undefined);

/** Gives everything below a client that asks in the language on screen. */
export const ApiProvider = ({ children }: { readonly children: ReactNode }) => {
  const language = useLanguage();
  const client = useMemo(() => createClient({ language: () => languageTags[language] }), [language]);
  return <ApiContext value={client}>{children}</ApiContext>;
};

export const useApi = (): ApiClient => {
  const client = use(ApiContext);
  if (client === undefined) throw new Error('useApi outside ApiProvider');
  return client;
};
