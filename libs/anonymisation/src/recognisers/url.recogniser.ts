import type { Recogniser, Span } from '../span.js';
import { both, finder } from './found.js';
import { matchesOf } from '../text/matches.js';

const STOP = '[^\\s<>"«»“”]{1,2000}';
const ADDRESS = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:https?|ftps?|mailto|tel):(?://)?|www\\d?\\.)${STOP}`, 'giu');
const GENERIC = 'com|org|net|int|info|io|app|dev|biz|online|site|gov|edu|mil|gob|gouv|example|test';
/** Country domains that are no word of the five languages, so that a missing space after a full stop is not an address. */
const NATIONAL =
  'ma|pt|py|br|fr|uk|ch|eu|mx|ar|cl|uy|bo|ec|ve|pe|dz|tn|eg|jo|lb|sn|ci|ao|mz|cv|gw|st|tl|be|nl|de|it|si|za|ke|gh|ng|in|jp|kr|cn|au|nz|ca|us|ie|il|ps|qa|ae|kw|bh|om|ye|iq|sy|ly|sd|mr';
const LABEL = '[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}';
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}@._-])(?:${LABEL}\\.){1,6}(?:(?:${GENERIC})(?:\\.[a-z]{2})?|(?:${NATIONAL})(?=/)|(?:(?<=\\.(?:gov|gob|gouv|com|org|ac|co|edu|justica)\\.)(?:[a-z]{2})))(?![\\p{L}\\p{N}-])(?:[/?#:]${STOP})?`,
  'gu',
);
const TWO_LABELS = new RegExp(`(?<![\\p{L}\\p{N}@._-])${LABEL}\\.(?:${NATIONAL})(?![\\p{L}\\p{N}-])`, 'gu');

/** Public addresses of the United Nations' human rights system are nobody's. */
const PUBLIC = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.){0,4}(?:un|ohchr|uhri\.ohchr)\.org(?:[/?#]|$)/i;

const found = finder('url', 'url');

/** Web addresses, with or without a scheme. */
export const url: Recogniser = {
  id: 'url',
  version: '1',
  scripts: both,
  find({ text, traits }) {
    if (!traits.joined) return [];
    const spans: Span[] = [];
    for (const pattern of [ADDRESS, BARE]) for (const match of matchesOf(text, pattern)) add(spans, match[0], match.index, 'auto');
    for (const match of matchesOf(text, TWO_LABELS)) add(spans, match[0], match.index, 'flag');
    return spans;
  },
};

const add = (spans: Span[], address: string, at: number, tier: 'auto' | 'flag'): void => {
  const trimmed = address.replace(/[.,;:!?)\]}'"»]{1,20}$/, '');
  if (!PUBLIC.test(trimmed)) spans.push(found(at, at + trimmed.length, 'url', tier));
};
