import type { Language } from '@nmirf/contracts/languages/language';
import { useRouterState } from '@tanstack/react-router';

/** The page on screen in another language: the same path, filters and place. */
export const useAddressIn = (): ((language: Language) => string) => {
  const { pathname, searchStr, hash } = useRouterState({ select: ({ location }) => location });
  return (language) => pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${language}`) + searchStr + (hash === '' ? '' : `#${hash}`);
};
