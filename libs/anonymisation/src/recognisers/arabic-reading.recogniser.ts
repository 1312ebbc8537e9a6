import type { Recogniser } from '../span.js';
import { finder } from './found.js';

const found = finder('arabic-reading', 'unknown');

/**
 * One flag for each Arabic text, at its beginning and of no length: Arabic has no capitals for the closed world to see, so a second
 * person who reads Arabic says that the text names nobody.
 */
export const arabicReading: Recogniser = {
  id: 'arabic-reading',
  version: '1',
  scripts: ['Arab'],
  find: ({ traits }) => (traits.arabic ? [found(0, 0, 'arabic-reading', 'flag')] : []),
};
