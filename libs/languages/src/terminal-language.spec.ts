import { expect, it } from '@jest/globals';
import { terminalLanguage } from './terminal-language.js';

it.each([
  [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
  [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'ar_MA' }, 'ar'],
  [{ LANG: 'es', LC_ALL: '' }, 'es'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'sl_SI' }, 'en'],
  [{}, 'en'],
])('%j', (environment, language) => expect(terminalLanguage(environment)).toBe(language));
