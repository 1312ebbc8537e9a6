import type { Language } from '@nmirf/contracts/languages/language';
import { isArabicLetter, isLatinLetter } from './characters.js';
import { matchesOf } from './matches.js';

/** A word of a text: letters with the marks on them. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}]+/gu;

/** The words of a text, in order; apostrophes and hyphens part words, so that "d'Ahmed" and "Jean-Paul" are two each. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  for (const match of matchesOf(text, WORD)) words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  return words;
};

export const isCapitalised = (word: string): boolean => {
  const first = word.charAt(0);
  return first !== first.toLowerCase() && first === first.toUpperCase();
};

/** Whether the character before `at` ends a sentence, opens a quotation or a list item, or nothing stands before it. */
export const opensSentence = (text: string, at: number): boolean => {
  for (let i = at - 1; i >= 0; i--) {
    const before = text.charAt(i);
    if (before === '\n') return true;
    if (before === ' ' || before === '\t') continue;
    return '.!?:;•«»"“”()[]…*-'.includes(before) && !(before === '-' && i === at - 1);
  }
  return true;
};

const INITIALS = /(?<![\p{L}\p{M}])(?:\p{Lu}\.?[ -]{1,3}){1,3}$/u;

/** Where a name begins with the initials that stand before `at`: "J. - P. Costa". */
export const withInitials = (text: string, at: number): number =>
  at - (INITIALS.exec(text.slice(Math.max(0, at - 15), at))?.[0].length ?? 0);

const ENDINGS = new Set('s es d ed ing er ers ly mente ment a o as os e ee ees r ar ir ou aram aron ando ant ent'.split(' '));

/** A folded word and what it may be formed from: the plural, the past, the adverb of it. A rough cut, for lists of words to be looked up in. */
export const formsOf = (folded: string): string[] => {
  const forms = [folded];
  for (let cut = 1; cut <= 5 && folded.length - cut >= 4; cut++) {
    const [stem, ending] = [folded.slice(0, -cut), folded.slice(-cut)];
    if (ENDINGS.has(ending)) forms.push(stem, `${stem}e`, `${stem}r`, `${stem}ar`);
  }
  return forms;
};

const VERBS: Readonly<Record<Language, RegExp>> = {
  en: /(?:ment|tion|ness|ing)$/,
  fr: /(?:ez|ons|ment|tion|ité)$/,
  es: /(?:ó|aron|ieron|ará|irá|aba|mente|miento|ción|dad)$/,
  pt: /(?:ou|eu|iu|aram|eram|iram|ará|irá|ava|mente|mento|ção|dade)$/,
  ar: /$^/,
};

/** Whether a word that opens a sentence ends like a verb or an abstract noun of its language: it is capitalised for its place only. */
export const endsLikeVerb = (word: string, language: Language): boolean => word.length > 4 && VERBS[language].test(word.toLowerCase());

const isLetter = (code: number): boolean => isLatinLetter(code) || (code >= 0x600 && isArabicLetter(code));

/**
 * The word that ends before `at`, past spaces and signs other than digits, with where it begins; an empty word when a digit, another
 * script or the beginning of the text comes first. Looks back at most 40 characters.
 */
export const wordBefore = (text: string, at: number): Word => {
  const limit = Math.max(0, at - 40);
  let end = at;
  while (end > limit && !isLetter(text.charCodeAt(end - 1))) {
    const code = text.charCodeAt(end - 1);
    if (code >= 0x30 && code <= 0x39) return { text: '', start: end, end };
    end -= 1;
  }
  let start = end;
  while (start > limit && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return { text: text.slice(start, end), start, end };
};
