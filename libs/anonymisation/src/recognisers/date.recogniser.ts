import type { Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { wordBefore } from '../text/words.js';
import { both, finder } from './found.js';
import { isPublicAct } from './public-act.js';
import { matchesOf } from '../text/matches.js';

const MONTHS: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro ' +
    'jan feb fevr mar apr avr abr jun jul juil aug sep sept oct nov dec dez dic ago set out ene fev ' +
    'يناير فبراير مارس ابريل ماي مايو يونيو يوليو يوليوز غشت اغسطس شتنبر سبتمبر اكتوبر نونبر نوفمبر دجنبر ديسمبر شباط اذار نيسان ايار حزيران تموز اب ايلول ' +
    'محرم صفر رجب شعبان رمضان شوال'
  ).split(' '),
);
/** Months of two words: "كانون الثاني", "ربيع الأول", "ذو الحجة". */
const FIRST_OF_TWO = new Set(['كانون', 'تشرين', 'ربيع', 'جمادي', 'ذو', 'ذي']);
const ENGLISH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;

const YEAR_WORDS = new Set(['de', 'del', 'of', 'سنة', 'عام']);
/** What may stand between a month and the day or year after it. */
const ADJOINING = /^\.?,?\s{1,3}$/;

const AFTER_DAY = /(?:er|st|nd|rd|th|º|ª|°|o)?[\s-]+(?:(?:de|of|من)\s+)?(?=\p{L})/uy;
const WORD = /[\p{L}\p{M}]+/uy;
const YEAR = /\.?[,\s-]+(?:(?:de|del|of|سنة|عام)\s+)?(?:1[3-9]|20)\d\d(?!\d)/uy;
const ENGLISH_REST = /(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?:1[3-9]|20)\d\d(?!\d))?/y;
const RANGE_BEFORE = /(?<![\d.,/])(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th|º|ª|°|o)?\s?(?:-|to|and|au|et|a|al|y|e|إلى|و)\s?$/u;
const NUMERIC = /(?<![\p{L}\d/.-])(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?![\p{L}\d/]|[.-]\d)/gu;
const TIME = /(?:[01]?\d|2[0-3])(?::|\s?[hH]\s?)[0-5]\d(?::[0-5]\d)?(?![\d:])/y;

const found = finder('date', 'date');

/** Exact dates and times in five languages; a year alone stays, and so does the date of a law. */
export const date: Recogniser = {
  id: 'date',
  version: '1',
  scripts: both,
  find({ text, traits }) {
    if (traits.digits === 0) return [];
    const spans: Span[] = [];
    for (const run of traits.runs) {
      const span = written(text, run);
      if (span) spans.push(span);
    }
    if (traits.longestGroup >= 4 && (traits.joined || text.includes('-'))) {
      for (const match of matchesOf(text, NUMERIC))
        if (isDay(match)) spans.push(found(match.index, match.index + match[0].length, 'date', 'auto', true));
    }
    return spans.filter(({ start }) => !isPublicAct(text, start));
  },
};

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** A date or time in which the run of digits at `run` is the day, the year or the hour. */
const written = (text: string, run: number): Span | undefined => {
  const digits = matchAt(/\d+/y, text, run) ?? '';
  const value = Number(digits);
  const before = text.charAt(run - 1);
  if (digits.length === 4 && value >= 1300 && value < 2100) return monthAndYear(text, run);
  if (digits.length > 2) return undefined;
  const time = ':.,'.includes(before) && before !== '' ? undefined : matchAt(TIME, text, run);
  if (time !== undefined) return found(run, run + time.length, 'time');
  if (value < 1 || value > 31 || (before !== '' && '.,/'.includes(before))) return undefined;
  return dayFirst(text, run, digits.length) ?? monthFirst(text, run, digits.length);
};

/** The end of the month's name that begins at `at`; `at` when there is none. */
const monthEnd = (text: string, at: number): number => {
  const word = matchAt(WORD, text, at) ?? '';
  const folded = fold(word);
  if (MONTHS.has(folded)) return at + word.length;
  if (!FIRST_OF_TWO.has(folded)) return at;
  const second = matchAt(/\s+[\p{L}\p{M}]+/uy, text, at + word.length) ?? '';
  return at + word.length + second.length;
};

const dayFirst = (text: string, run: number, length: number): Span | undefined => {
  const gap = matchAt(AFTER_DAY, text, run + length);
  if (gap === undefined) return undefined;
  const month = run + length + gap.length;
  const end = monthEnd(text, month);
  if (end === month) return undefined;
  const year = matchAt(YEAR, text, end) ?? '';
  const range = RANGE_BEFORE.exec(text.slice(Math.max(0, run - 12), run))?.[0] ?? '';
  return found(run - range.length, end + year.length, 'date');
};

const monthFirst = (text: string, run: number, length: number): Span | undefined => {
  const { text: word, start, end } = wordBefore(text, run);
  if (!ENGLISH.test(word) || !ADJOINING.test(text.slice(end, run))) return undefined;
  const rest = matchAt(ENGLISH_REST, text, run + length) ?? '';
  return found(start, run + length + rest.length, 'date');
};

const monthAndYear = (text: string, run: number): Span | undefined => {
  let word = wordBefore(text, run);
  if (YEAR_WORDS.has(word.text.toLowerCase())) word = wordBefore(text, word.start);
  if (run - word.end > 8) return undefined;
  if (MONTHS.has(fold(word.text))) return found(word.start, run + 4, 'month');
  if (word.text.charCodeAt(0) < 0x600) return undefined;
  const earlier = wordBefore(text, word.start);
  return FIRST_OF_TWO.has(fold(earlier.text)) ? found(earlier.start, run + 4, 'month') : undefined;
};

/** Day, month and year in any order in use; the year has four digits, or two after a day and a month. */
const isDay = ([, a = '', , b = '', c = '']: RegExpExecArray): boolean => {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  const year = (text: string, value: number) => (text.length === 4 ? value >= 1300 && value < 2200 : text.length === 2);
  const day = (value: number) => value >= 1 && value <= 31;
  const month = (value: number) => value >= 1 && value <= 12;
  if (a.length === 4) return year(a, first) && month(second) && day(third) && c.length <= 2;
  return year(c, third) && a.length <= 2 && ((day(first) && month(second)) || (month(first) && day(second)));
};
