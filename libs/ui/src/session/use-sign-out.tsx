import { signOut } from '@nmirf/api-client/session';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '../app/api-context.js';
import { useLanguage } from '../language/use-language.js';
import { dropAllDrafts } from './drafts.js';
import { changeMe } from './me.js';

/** Ends the session and takes everything of the person from this page, also when the server cannot be told. */
export const useSignOut = (): (() => Promise<void>) => {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const lang = useLanguage();
  return async () => {
    await signOut(api).catch(() => undefined);
    dropAllDrafts();
    changeMe(queries, api, null);
    await navigate({ to: '/$lang/sign-in', params: { lang } });
  };
};
