import type { Recogniser, Span } from '../span.js';
import { both, finder } from './found.js';
import { isPublicAct } from './public-act.js';

const latin =
  'january|february|march|april|may|june|july|august|september|october|november|december|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|' +
  '(?:jan|feb|févr?|mar|apr|avr|abr|jun|jul|juil|aug|sept?|oct|nov|dec|déc|dez|dic|ago|set|out|ene|fev)\\.?';
const arabic =
  'يناير|فبراير|مارس|[أا]بريل|ماي|مايو|يونيو|يوليوز?|غشت|[أا]غسطس|شتنبر|سبتمبر|[أا]كتوبر|نونبر|نوفمبر|دجنبر|ديسمبر|كانون الثاني|كانون الأول|شباط|آذار|نيسان|[أا]يار|حزيران|تموز|آب|[أا]يلول|تشرين الأول|تشرين الثاني|' +
  'محرم|صفر|ربيع الأول|ربيع الثاني|ربيع الآخر|جمادى الأولى|جمادى الآخرة|جمادى الثانية|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة';
const MONTH = `(?:${latin}|${arabic})`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:er|st|nd|rd|th|º|ª|°|o)?';
const YEAR = '(?:[,\\s]+(?:de\\s|del\\s|of\\s|سنة\\s|عام\\s)?\\s?(?:1[3-9]|20)\\d\\d(?!\\d))';
const RANGE = `(?:${DAY}\\s?(?:-|to|and|au|et|a|al|y|e|إلى|و)\\s?)?`;

const DAY_FIRST = new RegExp(`(?<![\\d.,/])${RANGE}${DAY}[\\s-]+(?:de\\s|of\\s|من\\s)?\\s?${MONTH}(?![\\p{L}])${YEAR}?`, 'giu');
const ENGLISH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const MONTH_FIRST = new RegExp(`(?<!\\p{L})${ENGLISH}\\s+${DAY}(?!\\d)${YEAR}?`, 'gu');
const MONTH_YEAR = new RegExp(`(?<!\\p{L})${MONTH}(?!\\p{L})${YEAR}`, 'giu');
const NUMERIC = /(?<![\p{L}\d/.-])(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?![\p{L}\d/]|[.-]\d)/gu;
const TIME = /(?<![\d:.,])(?:[01]?\d|2[0-3])(?::|\s?[hH]\s?)[0-5]\d(?::[0-5]\d)?(?![\d:])/g;

const found = finder('date', 'date');

/** Exact dates and times in five languages; a year alone stays, and so does the date of a law. */
export const date: Recogniser = {
  id: 'date',
  version: '1',
  scripts: both,
  find({ text, traits }) {
    if (traits.digits === 0) return [];
    const spans: Span[] = [];
    const add = (pattern: RegExp, why: string) => {
      for (const match of text.matchAll(pattern))
        if (!isPublicAct(text, match.index)) spans.push(found(match.index, match.index + match[0].length, why));
    };
    add(DAY_FIRST, 'date');
    add(MONTH_FIRST, 'date');
    if (traits.digits >= 4) add(MONTH_YEAR, 'month');
    if (traits.joined || text.includes('-'))
      for (const match of text.matchAll(NUMERIC))
        if (isDay(match) && !isPublicAct(text, match.index))
          spans.push(found(match.index, match.index + match[0].length, 'date', 'auto', true));
    if (traits.digits >= 3) add(TIME, 'time');
    return spans;
  },
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
