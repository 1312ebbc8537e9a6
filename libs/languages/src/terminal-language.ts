import type { Language } from '@nmirf/contracts/languages/language';
import { isLanguage } from './languages.js';

/** The working language of whoever types a command: the first of POSIX's variables that is set decides, English otherwise. */
export const terminalLanguage = (environment: Readonly<Record<string, string | undefined>>): Language => {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  const primary = locale?.split(/[_.@-]/)[0]?.toLowerCase();
  return isLanguage(primary) ? primary : 'en';
};
