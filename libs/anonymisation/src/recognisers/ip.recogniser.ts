import type { Recogniser, Span } from '../span.js';
import { both, finder } from './found.js';
import { matchesOf } from '../text/matches.js';

const V4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/g;
const V6 = /(?<![\p{L}\p{N}:])[0-9a-f:]{2,39}(?:(?:\d{1,3}\.){3}\d{1,3})?(?![\p{L}\p{N}:])/giu;
const found = finder('ip', 'ip');

/** IPv4 and IPv6 addresses (RFC 4291 §2.2), each checked for its form. */
export const ip: Recogniser = {
  id: 'ip',
  version: '1',
  scripts: both,
  find({ text, traits }) {
    const spans: Span[] = [];
    if (traits.joined && traits.digits >= 4) {
      for (const match of matchesOf(text, V4))
        if (match[0].split('.').every((part) => Number(part) <= 255))
          spans.push(found(match.index, match.index + match[0].length, 'ip', 'auto', true));
    }
    if (traits.colon)
      for (const match of matchesOf(text, V6))
        if (isV6(match[0])) spans.push(found(match.index, match.index + match[0].length, 'ip', 'auto', true));
    return spans;
  },
};

const isV6 = (text: string): boolean => {
  const halves = text.split('::');
  if (halves.length > 2 || (text.match(/:/g)?.length ?? 0) < 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group) || group.includes('.'))) return false;
  const size = groups.reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), 0);
  return halves.length === 2 ? size >= 2 && size < 8 : size === 8;
};
