import type { Language } from '@nmirf/contracts/languages/language';
import { type Decision, SMALLEST_CELL, usual } from './policy/policy.js';
import { fewerThan, institutionPlaceholder, placeholder } from './policy/placeholders.js';
import type { RecordContext, Span } from './span.js';
import { fold } from './text/fold.js';
import { clean, type NormalisedText } from './text/normalise.js';
import { wordsOf } from './text/words.js';

/** A span with what is to become of it. */
export interface Decided {
  readonly span: Span;
  readonly decision: Decision;
}

/** The text with every span hidden or made general, in the text's own language. Spans must not overlap and are sorted. */
export const transform = (text: NormalisedText, decided: readonly Decided[], record: RecordContext): string => {
  const { original, language } = text;
  let out = '';
  let at = 0;
  for (const { span, decision } of decided) {
    if (decision === 'allow') continue;
    const { start, end } = text.toOriginal(span.start, span.end);
    // A flag on a whole text covers it all: it is hidden when the reviewer says so.
    const whole = span.start === span.end;
    out += clean(original.slice(at, whole ? at : start));
    const by = replacement(span, text.text.slice(span.start, span.end), decision, language, record);
    if (span.type === 'date' && YEAR.test(by)) out = leadingTo(out, language);
    out += by;
    at = whole ? original.length : Math.max(at, end);
    if (whole) break;
  }
  return clean(out + clean(original.slice(at)));
};

const replacement = (span: Span, text: string, decision: Decision, language: Language, record: RecordContext): string => {
  const masked = placeholder(span.type, language);
  if (decision === 'mask' && usual(span.type) === 'mask') return masked;
  switch (span.type) {
    case 'date':
      return decision === 'mask' ? masked : (/(?<!\d)(?:1[3-9]|20)\d\d(?!\d)/.exec(text)?.[0] ?? masked);
    case 'age':
      return decision === 'mask' ? masked : band(Number(text));
    case 'number':
      return decision === 'mask' || /\d.*\D|\D.*\d/.test(text) ? masked : fewerThan(SMALLEST_CELL, language);
    case 'organisation':
      return decision === 'mask' ? masked : organisation(text, language, record);
    case 'unknown':
      return placeholder('organisation', language);
    default:
      return masked;
  }
};

const YEAR = /^\d{4}$/;
/** What leads to a day and what leads to a year are different words: "on 12 March 2024" becomes "in 2024". */
const LEADS: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [[/(?<!\p{L})(?:on|On)(?: the)? $/u, 'in ']],
  fr: [
    [/(?<!\p{L})jusqu(['’])au $/iu, 'jusqu$1en '],
    [/(?<!\p{L})(depuis|dès|avant|après) le $/iu, '$1 '],
    [/(?<!\p{L})du $/iu, 'de '],
    [/(?<!\p{L})le $/iu, 'en '],
  ],
  es: [
    [/(?<!\p{L})(desde|hasta) el $/iu, '$1 '],
    [/(?<!\p{L})del $/iu, 'de '],
    [/(?<!\p{L})al $/iu, 'a '],
    [/(?<!\p{L})el(?: día)? $/iu, 'en '],
  ],
  pt: [
    [/(?<!\p{L})(?:no dia|ao dia|aos|a) $/iu, 'em '],
    [/(?<!\p{L})(?:do dia|do) $/iu, 'de '],
  ],
  ar: [[/(?<!\p{L})(?:يوم|بتاريخ) $/u, 'سنة ']],
};

const leadingTo = (before: string, language: Language): string => {
  for (const [pattern, by] of LEADS[language]) {
    const match = pattern.exec(before);
    if (!match) continue;
    const words = match[0].replace(pattern, by);
    const first = match[0].charAt(0);
    const capital = first !== first.toLowerCase();
    return before.slice(0, match.index) + (capital ? words.charAt(0).toUpperCase() + words.slice(1) : words);
  }
  return before;
};

/** The band of ten years an age falls into. */
const band = (age: number): string => {
  const from = Math.floor(age / 10) * 10;
  return `${String(from)}–${String(from + 9)}`;
};

const organisation = (text: string, language: Language, { organisations }: RecordContext): string => {
  const words = wordsOf(text)
    .map((word) => fold(word.text))
    .join(' ');
  const known = organisations?.find((candidate) => candidate.words.join(' ') === words);
  return known ? institutionPlaceholder(known.type, language) : placeholder('organisation', language);
};
