import type { Recogniser, Span } from '../span.js';
import type { NormalisedText } from '../text/normalise.js';
import { both, finder } from './found.js';
import { matchesOf } from '../text/matches.js';

const AT = /@|[([{]\s?(?:at|arroba|arobase)\s?[)\]}]/gi;
const LOCAL = /[\p{L}\p{N}\ufffd._%+'-]{1,64}\s?$/u;
const DOMAIN = /^\s?[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?[([{]\s?(?:dot|punto|ponto|point)\s?[)\]}]\s?)[\p{L}\p{N}-]{1,63}){1,8}/iu;
/** A sign in words, with spaces about it or in brackets. */
const inWords = (words: string): string => `\\s{1,3}(?:${words})\\s{1,3}|\\s{0,3}[([{]\\s?(?:${words})\\s?[)\\]}]\\s{0,3}`;
/** "name at domain dot org", or with the word for only one of the signs. */
const SPOKEN = new RegExp(
  `(?:${inWords('at|arroba|arobase|chez|آت|ات')}|\\s{0,3}@\\s{0,3})(?:[\\p{L}\\p{N}-]{1,63}(?:\\.|${inWords('dot|punto|ponto|point|نقطة|دوت')})){1,4}` +
    '(?:org|com|net|int|info|gov|gob|gouv|edu|mil|[a-z]{2})(?![\\p{L}\\p{N}])',
  'giu',
);
/** The name before a spoken sign, with its own "dot" in words. */
const SPOKEN_LOCAL = new RegExp(
  `(?:[\\p{L}\\p{N}_-]{1,40}(?:${inWords('dot|punto|ponto|point|نقطة|دوت')})){0,3}[\\p{L}\\p{N}\\ufffd._%+'-]{1,64}\\s?$`,
  'iu',
);
/** What no ordinary word before "at" has: a sign or a digit inside. */
const SIGNED = /[\p{L}\p{N}][._+-][\p{L}\p{N}]|\d/u;
const HANDLE = /^[\p{L}\p{N}_][\p{L}\p{N}_.]{1,40}/u;

/** E-mail addresses, also written with "(at)", and handles such as "@somebody". */
export const email: Recogniser = {
  id: 'email',
  version: '3',
  scripts: both,
  find({ text, traits }, record) {
    const known = (record.emails ?? []).flatMap((address) => occurrences(text, address));
    known.push(...matchesOf(text, SPOKEN).map(({ index, 0: words }) => spoken(text, index, words)));
    if (!traits.at && !/[([{]\s?a(?:t|rr?o)/i.test(text)) return known;
    return [...known, ...around(text)];
  },
};

const found = finder('email', 'email');
const handle = finder('email', 'contact');

/** "Zork at example dot org" is an address; "more at example.org" may be one. */
const spoken = (text: string, at: number, words: string): Span => {
  const local = SPOKEN_LOCAL.exec(text.slice(Math.max(0, at - 128), at))?.[0] ?? '';
  const told = !words.includes('.') || /[@([{]/.test(words) || SIGNED.test(local);
  return found(at - local.length, at + words.length, 'email', told ? 'auto' : 'flag');
};

const around = (text: NormalisedText['text']): Span[] => {
  const spans: Span[] = [];
  for (const at of matchesOf(text, AT)) {
    const after = at.index + at[0].length;
    const local = LOCAL.exec(text.slice(Math.max(0, at.index - 66), at.index));
    const domain = DOMAIN.exec(text.slice(after, after + 320));
    const start = at.index - (local?.[0].length ?? 0);
    if (domain) spans.push(found(start, after + domain[0].length, 'email', 'auto', local !== null));
    else {
      const name = at[0] === '@' ? HANDLE.exec(text.slice(after, after + 42)) : null;
      // What is written together with the sign before it belongs to it: an address cut short.
      const from = local !== null && !/\s$/.test(local[0]) ? start : at.index;
      if (name) spans.push(handle(from, after + name[0].length, 'handle'));
    }
  }
  return spans;
};

const occurrences = (text: string, address: string): Span[] => {
  const spans: Span[] = [];
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return spans;
  for (let at = lower.indexOf(address); at >= 0; at = lower.indexOf(address, at + address.length))
    spans.push(found(at, at + address.length, 'known-contact', 'auto', true));
  return spans;
};
