import type { Language } from '@nmirf/contracts/languages/language';
import {
  asciiDigit,
  isArabicLetter,
  isDropped,
  isLatinLetter,
  isOtherLetter,
  isUnseenPoint,
  latinLookalike,
  sameLength,
} from './characters.js';
import { traitsOf, type Traits } from './traits.js';

/** A text as recognisers see it, with the way back to the text as it was typed. */
export interface NormalisedText {
  readonly original: string;
  readonly text: string;
  readonly language: Language;
  readonly traits: Traits;
  /** Offsets into `original` of a stretch of `text`; what was dropped inside the stretch belongs to it. */
  toOriginal(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Text that only needs replacements one for one: everything here is already composed, visible, and written with ASCII digits. */
const PLAIN =
  /^[\t\n\r\x20-\x7e\xa0-\xac\xae-\xb1\xb4-\xb8\xba\xbb\xbf-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u2000-\u200a\u2010-\u2023\u2027\u2030-\u2032\u2039-\u203a\u20a0-\u20bf\u2212]*$/;
const REPLACED = /[`´\xa0\u2000-\u200a\u2010-\u2015\u2018\u2019\u201b\u2032\u2212]/g;

/**
 * Markup inside a text that is meant to be plain: it can part a name in two. Tags inside a line are dropped, the others part words. Signs
 * that compose to those of emphasis (UAX #15: small, full-width and upright forms) count as they do.
 */
const MARKUP = /[<&*_~\ufe33\ufe34\ufe4d-\ufe4f\ufe61\uff0a\uff3f\uff5e]/;
const MARKED =
  /<[a-z/!][^<>]{0,200}>|&(?:#|[a-z]{2,8};)|[\p{L}\p{M}\p{Nl}\p{So}\p{Cf}][*_~\ufe33\ufe34\ufe4d-\ufe4f\ufe61\uff0a\uff3f\uff5e]{1,3}[\p{L}\p{M}\p{Nl}\p{So}\p{Cf}]/iu;
const isMarked = (text: string): boolean => MARKUP.test(text) && MARKED.test(text);
const TAG = /<\/?([a-z]{1,10})(?:\s[^<>]{0,180})?\/?>|<!--[^<>]{0,180}-->/iy;
const INLINE = /^(?:b|i|u|s|em|strong|span|a|font|mark|small|big|sub|sup|wbr|code|abbr)$/i;
const EMPHASIS =
  /(?<=[\p{L}\p{M}\p{Nl}\p{So}\p{Cf}])[*_~\ufe33\ufe34\ufe4d-\ufe4f\ufe61\uff0a\uff3f\uff5e]{1,3}(?=[\p{L}\p{M}\p{Nl}\p{So}\p{Cf}])/uy;
/** Characters that are written by their number or their name (HTML, 13.5). */
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(shy|nbsp|zwnj|zwj|commat|period|hyphen|amp|apos|rsquo));/iy;
const ENTITIES: Readonly<Record<string, number>> = {
  shy: 0xad,
  nbsp: 0x20,
  zwnj: 0x200c,
  zwj: 0x200d,
  commat: 0x40,
  period: 0x2e,
  hyphen: 0x2d,
  amp: 0x26,
  apos: 0x27,
  rsquo: 0x27,
};

/** UAX #15 §13 (stream-safe text): more marks than this on one letter are no language, only a way to slow a normaliser down. */
const MARKS = 30;
const REPLACEMENT = 0xfffd;

const isMark = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x653 && code <= 0x655) ||
  (code >= 0x1ab0 && code <= 0x1aff) ||
  (code >= 0x1dc0 && code <= 0x1dff) ||
  (code >= 0x20d0 && code <= 0x20ff);
const LEFT_MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;

class Writer {
  readonly units: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** A letter of neither script was seen. */
  other = false;

  put(unit: number, start: number, end: number): void {
    this.units.push(unit);
    this.starts.push(start);
    this.ends.push(end);
  }
}

/** The text of the language, ready for recognisers. Linear in its length, whatever the text. */
export const normalise = (original: string, language: Language): NormalisedText => {
  const marked = isMarked(original);
  if (!marked && PLAIN.test(original)) {
    const text = original.replace(REPLACED, (found) => String.fromCharCode(sameLength(found.charCodeAt(0))));
    return { original, text, language, traits: traitsOf(text), toOriginal: (start, end) => ({ start, end }) };
  }
  const out = new Writer();
  for (let i = 0; i < original.length;) i = (marked ? pastMarkup(original, i, out) : undefined) ?? step(original, i, out);
  if (out.other) unmask(out.units);
  const text = fromUnits(out.units);
  const { starts, ends } = out;
  const toOriginal = (start: number, end: number) => {
    const from = starts[start] ?? original.length;
    return { start: from, end: end > start ? (ends[end - 1] ?? original.length) : from };
  };
  return { original, text, language, traits: traitsOf(text), toOriginal };
};

/** Where the markup at `i` ends; undefined when there is none. */
const pastMarkup = (text: string, i: number, out: Writer): number | undefined => {
  const sign = text.charCodeAt(i);
  if (sign === 0x3c) {
    TAG.lastIndex = i;
    const match = TAG.exec(text);
    if (!match) return undefined;
    const end = i + match[0].length;
    if (match[1] !== undefined && !INLINE.test(match[1])) out.put(0x20, i, end);
    return end;
  }
  if (sign === 0x26) return pastEntity(text, i, out);
  if (sign !== 0x2a && sign !== 0x5f && sign !== 0x7e && sign < 0xfe33) return undefined;
  EMPHASIS.lastIndex = i;
  const match = EMPHASIS.exec(text);
  return match ? i + match[0].length : undefined;
};

const pastEntity = (text: string, i: number, out: Writer): number | undefined => {
  ENTITY.lastIndex = i;
  const [match, decimal, hexadecimal, name = ''] = ENTITY.exec(text) ?? [];
  if (match === undefined) return undefined;
  const code =
    decimal === undefined ? (hexadecimal === undefined ? ENTITIES[name.toLowerCase()] : parseInt(hexadecimal, 16)) : Number(decimal);
  const unit = code === undefined || code === 0 || code > 0xffff || (code >= 0xd800 && code <= 0xdfff) ? REPLACEMENT : code;
  out.other ||= isOtherLetter(unit);
  if (!isDropped(unit)) out.put(asciiDigit(unit) ?? sameLength(unit), i, i + match.length);
  return i + match.length;
};

/** For each code unit what it becomes when it stands alone: itself or one other; nothing (0); or a slow look (1). */
const LOOK = 1;
const SIMPLE = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (isDropped(code)) return 0;
  const digit = asciiDigit(code);
  if (digit !== undefined) return digit;
  if (code > LOOK && (code < 0x7f || (code >= 0xc0 && code <= 0x131) || isArabicLetter(code) || sameLength(code) !== code))
    return sameLength(code);
  return LOOK;
});

/** Takes in the character at `i` with the marks on it; answers where the next one begins. */
const step = (text: string, i: number, out: Writer): number => {
  const simple = SIMPLE[text.charCodeAt(i)] ?? LOOK;
  if (simple === 0) return i + 1;
  const next = text.charCodeAt(i + 1);
  if (simple === LOOK || (next >= 0x300 && isMark(next))) return cluster(text, i, out);
  out.put(simple, i, i + 1);
  return i + 1;
};

const cluster = (text: string, i: number, out: Writer): number => {
  const point = text.codePointAt(i) ?? REPLACEMENT;
  if (point >= 0xd800 && point <= 0xdfff) return (out.put(REPLACEMENT, i, i + 1), i + 1);
  if (isUnseenPoint(point)) return i + 2;
  let end = i + (point > 0xffff ? 2 : 1);
  const baseEnd = end;
  while (end < text.length && end - baseEnd < MARKS && isMark(text.charCodeAt(end))) end += 1;
  const composed = text.slice(i, end).normalize('NFKC').replace(LEFT_MARKS, '');
  while (isMark(text.charCodeAt(end))) end += 1;
  for (let k = 0; k < composed.length; k++) {
    const unit = composed.charCodeAt(k);
    out.other ||= isOtherLetter(unit);
    if (!isDropped(unit)) out.put(asciiDigit(unit) ?? sameLength(unit), i, end);
  }
  return end;
};

/** Letters of other scripts inside a Latin word are Latin letters in disguise. */
const unmask = (units: number[]): void => {
  for (let i = 0; i < units.length;) {
    let latin = false;
    let other = false;
    let end = i;
    for (; end < units.length; end++) {
      const unit = units[end] ?? 0;
      const isLatin = isLatinLetter(unit);
      const isOther = isOtherLetter(unit);
      if (!isLatin && !isOther) break;
      latin ||= isLatin;
      other ||= isOther;
    }
    if (latin && other) for (let k = i; k < end; k++) units[k] = latinLookalike(units[k] ?? 0) ?? units[k] ?? 0;
    i = end + 1;
  }
};

const CHUNK = 8_192;
const fromUnits = (units: readonly number[]): string => {
  if (units.length <= CHUNK) return String.fromCharCode(...units);
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += CHUNK) parts.push(String.fromCharCode(...units.slice(i, i + CHUNK)));
  return parts.join('');
};

const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const SAFE = /^[\t\n\r\x20-\x7e\xa0-\xac\xae-\u02ff\u0621-\u0655\u0660-\u066c\u2010-\u2027]*$/;

/** A text fit to be published: composed (NFC), without lone surrogates, controls, invisible characters or marks that turn its direction. */
export const clean = (text: string): string =>
  (SAFE.test(text) ? text : text.replace(/\p{Cs}/gu, '\ufffd').replace(UNSAFE, '')).normalize('NFC');
